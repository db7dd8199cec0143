import { z } from "zod";
import { type ClusterTestBody, type ClusterTestMessage, clusterTestSteps } from "./cluster-test-types.ts";
import { sentences } from "./sentence-schema.ts";

const name = z.string().min(1).max(249);

/** What `POST /api/cluster-test` takes, and the lines of its answer. */
export const clusterTestBody = z.strictObject({
  address: z.string().min(1).max(300),
  tls: z.boolean(),
  ca: z.string().max(32_768).optional(),
  sasl: z
    .strictObject({
      mechanism: z.enum(["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]),
      username: z.string().min(1).max(1_000),
      password: z.string().min(1).max(4_000),
    })
    .optional(),
  topic: name.optional(),
  group: name.optional(),
}) satisfies z.ZodType<ClusterTestBody>;

export const clusterTestMessage: z.ZodType<ClusterTestMessage> = z.union([
  z.object({
    kind: z.literal("cluster-test-step"),
    step: z.enum(clusterTestSteps),
    outcome: z.enum(["works", "advice", "failed", "skipped"]),
    message: z.string(),
    sentences,
    milliseconds: z.number().int(),
  }),
  z.object({ kind: z.literal("cluster-test-end"), works: z.boolean() }),
]);
