import type { RawRecord } from "../../../engine/fold/event.ts";

/** Where a line says that its record lies; what it leaves out is counted. */
export interface Place {
  topic?: string;
  partition?: number;
  offset?: number;
}

export type ParsedLine =
  | ({ kind: "record"; place?: Place } & Pick<RawRecord, "timestamp" | "key" | "headers" | "value">)
  | { kind: "empty" }
  | { kind: "bad"; why: string };
