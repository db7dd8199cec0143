import { z } from "zod";
import type { Message } from "../sentences/message.ts";
import { logCase, position } from "./log-schemas.ts";
import { count, json, objectSchema } from "./object-schema.ts";
import type {
  CheckEnd,
  CheckMessage,
  CheckOutcome,
  ClusterNow,
  Comparison,
  EarnedSolution,
  FirstDivergence,
  LawFold,
  ServerInfo,
} from "./response-types.ts";
import { sentences } from "./sentence-schema.ts";
import { trace, verdict } from "./trace-schemas.ts";

/** What a server answers, apart from traces and exercises. `response-types.ts` says what each member means. */

const lawFold = objectSchema<LawFold>({
  case: logCase,
  from: json.optional(),
  seed: z.number().int().optional(),
});

const checkOutcome = objectSchema<CheckOutcome>({
  kind: z.literal("check"),
  id: z.string(),
  title: z.string(),
  titleSentences: sentences.optional(),
  passed: z.boolean(),
  message: z.string(),
  sentences: sentences.optional(),
  firstDivergence: objectSchema<FirstDivergence>({
    index: z.number().int().min(-1),
    position: position.nullable(),
    expected: json,
    actual: json,
  }).optional(),
  counterexample: logCase.optional(),
  counterexampleMessage: objectSchema<Message>({ message: z.string(), sentences }).optional(),
  folds: z.tuple([lawFold, lawFold]).optional(),
  log: count.optional(),
});

const checkEnd = objectSchema<CheckEnd>({
  kind: z.literal("end"),
  verdict,
  passed: z.boolean(),
  message: z.string(),
  sentences: sentences.optional(),
  records: count,
  logs: count,
  seed: z.number().int().nullable(),
  score: z.object({ right: count, of: count }).optional(),
  previousVersion: z.literal(true).optional(),
});

export const checkMessage: z.ZodType<CheckMessage> = z.union([checkOutcome, checkEnd]);

export const comparison = objectSchema<Comparison>({
  mine: trace,
  reference: trace,
  differing: z.array(z.number().int().min(-1)),
  ends: z.object({ mine: json, reference: json }),
});

export const earnedSolution = objectSchema<EarnedSolution>({
  solution: z.string(),
  approaches: z.array(z.object({ name: z.string(), source: z.string() })),
});

const logNow = objectSchema<ServerInfo["log"]>({
  kind: z.enum(["external", "container", "local", "none"]),
  sentence: z.string(),
  version: z.string().nullable(),
});

export const serverInfo = objectSchema<ServerInfo>({
  version: z.string(),
  engine: z.string(),
  log: logNow,
  sandbox: z.array(z.string()),
  limits: z.record(z.string(), z.number()),
});

export const clusterNow = objectSchema<ClusterNow>({
  log: logNow,
  brokers: z.array(
    z.object({ id: z.number().int(), host: z.string(), port: count, controller: z.boolean() }),
  ),
  topics: z.array(
    z.object({ topic: z.string(), partitions: z.array(z.object({ start: count, end: count })) }),
  ),
  groups: z.array(
    z.object({
      group: z.string(),
      state: z.string(),
      members: count,
      places: z.array(
        z.object({ topic: z.string(), partition: count, offset: count, end: count, lag: count }),
      ),
    }),
  ),
});
