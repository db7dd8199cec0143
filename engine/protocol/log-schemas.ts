import { z } from "zod";
import type { Event, EventMetadata, LogRecord, NewEvent, Position, RawRecord } from "../fold/event.ts";
import type { Command, Entry, Slice } from "../fold/trace.ts";
import type { Case } from "../grading/checks.ts";
import { count, json, objectSchema } from "./object-schema.ts";

/** What a log holds, and what a run is made over, as answers say it. */

export const position = objectSchema<Position>({ topic: z.string(), partition: count, offset: count });

export const event = objectSchema<Event>({
  type: z.string(),
  data: json,
  metadata: objectSchema<EventMetadata>({
    id: z.string(),
    version: z.number(),
    occurredAt: z.string(),
    causationId: z.string().optional(),
    correlationId: z.string().optional(),
    key: z.string().nullable(),
    position,
    timestamp: z.number(),
  }),
});

const recordMembers = {
  position,
  timestamp: z.number(),
  key: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  exact: objectSchema<NonNullable<RawRecord["exact"]>>({
    headers: z.array(z.tuple([z.string(), z.string().nullable()])).optional(),
    keyBytes: count.optional(),
    valueBytes: count.optional(),
  }).optional(),
};

export const rawRecord = objectSchema<RawRecord>({ ...recordMembers, value: z.string().nullable() });

export const logRecord: z.ZodType<LogRecord> = z.union([
  z.object({ ...recordMembers, event }),
  z.object({ ...recordMembers, tombstone: z.literal(true) }),
  z.object({ ...recordMembers, notAnEvent: z.string(), value: z.string() }),
]);

const newEvent = objectSchema<NewEvent>({
  type: z.string(),
  data: json,
  metadata: objectSchema<NonNullable<NewEvent["metadata"]>>({
    id: z.string().optional(),
    version: z.number().optional(),
    occurredAt: z.string().optional(),
    causationId: z.string().optional(),
    correlationId: z.string().optional(),
  }).optional(),
});

export const entry = objectSchema<Entry>({
  kind: z.enum(["reducer", "projector", "decider", "upcaster", "call"]),
  name: z.string().optional(),
});

export const scope = z.enum(["all", "by-key"]);

export const slice = objectSchema<Slice>({
  topic: z.string(),
  partitions: z.array(z.object({ partition: count, from: count, to: count })),
});

export const command = objectSchema<Command>({ type: z.string(), data: json });

export const logCase = objectSchema<Case>({
  records: z.array(
    z.object({
      key: z.string(),
      event: newEvent,
      offset: count.optional(),
      timestamp: z.number().optional(),
    }),
  ),
  commands: z.array(command).optional(),
  args: z.array(json).optional(),
});
