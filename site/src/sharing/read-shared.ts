import type { RawRecord } from "../../../engine/fold/event.ts";
import { isObject, type JsonObject } from "../../../engine/fold/json.ts";
import type { Entry, Scope, Slice } from "../../../engine/fold/trace.ts";
import { broken, parts } from "../../../language/english/shared-link.ts";
import type { Exercise } from "../workbench/payload.ts";
import { viewNames } from "../workbench/state/view-names.ts";
import type { ReadShared, Shared, SharedLog, SharedPlayground } from "./shared.ts";

/** What of a shared thing is not as it should be, in a word for the visitor. */
class Wrong extends Error {}

/** Reads what somebody sent: every part is looked at, and what is no part of it is left out. Throws nothing. */
export function readShared(value: unknown): ReadShared {
  try {
    return { kind: "shared", shared: sharedOf(objectIn(value, parts.log)) };
  } catch (problem) {
    if (problem instanceof Wrong) return { kind: "broken", why: broken.shape(problem.message) };
    throw problem;
  }
}

function sharedOf({ exercise, code, step, playground }: JsonObject): Shared {
  return {
    ...(exercise !== undefined && { exercise: textIn(exercise, parts.exercise) }),
    ...(code !== undefined && { code: textIn(code, parts.code) }),
    ...(step !== undefined && { step: countIn(step, parts.step, -1) }),
    ...(playground !== undefined && { playground: playgroundIn(objectIn(playground, parts.log)) }),
  };
}

function playgroundIn({ log, entry, scope, view }: JsonObject): SharedPlayground {
  const [kind, folded] = [entryOf(entry), scopeOf(scope)];
  if (kind === null || folded === null) throw new Wrong(parts.kind);
  return {
    log: logIn(objectIn(log, parts.log)),
    entry: kind,
    scope: folded,
    view: viewOf(view) ?? "fitting",
  };
}

/** A kind of code, a scope and a view as somebody else wrote them down; null where they are none. */
export function entryOf(value: unknown): Entry | null {
  if (!isObject(value)) return null;
  const kind = entryKinds.find((each) => each === value.kind);
  return kind ? { kind, ...(typeof value.name === "string" && { name: value.name }) } : null;
}

export function scopeOf(value: unknown): Scope | null {
  return value === "all" || value === "by-key" ? value : null;
}

export function viewOf(value: unknown): Exercise["view"] | null {
  return viewNames.find((name) => name === value) ?? null;
}

function logIn({ kind, name, records, topic, slice }: JsonObject): SharedLog {
  if (kind === "data-set") return { kind, topic: textIn(topic, parts.log) };
  if (kind === "topic") return { kind, slice: sliceIn(objectIn(slice, parts.log)) };
  if (kind !== "given") throw new Wrong(parts.log);
  const listed = listIn(records, parts.log);
  return {
    kind,
    name: textIn(name, parts.log),
    records: listed.map((record, i) => recordIn(record, parts.record(i + 1))),
  };
}

const entryKinds: Entry["kind"][] = ["reducer", "projector", "decider", "upcaster", "call"];

function sliceIn({ topic, partitions }: JsonObject): Slice {
  return {
    topic: textIn(topic, parts.log),
    partitions: listIn(partitions, parts.log).map((each) => {
      const { partition, from, to } = objectIn(each, parts.log);
      return {
        partition: countIn(partition, parts.log),
        from: countIn(from, parts.log),
        to: countIn(to, parts.log),
      };
    }),
  };
}

function recordIn(value: unknown, where: string): RawRecord {
  const { position, timestamp, key, headers, value: text } = objectIn(value, where);
  const { topic, partition, offset } = objectIn(position, where);
  if (typeof timestamp !== "number") throw new Wrong(where);
  return {
    position: {
      topic: textIn(topic, where),
      partition: countIn(partition, where),
      offset: countIn(offset, where),
    },
    timestamp,
    key: key === null ? null : textIn(key, where),
    headers: Object.fromEntries(
      Object.entries(objectIn(headers, where)).map(([name, header]) => [name, textIn(header, where)]),
    ),
    value: text === null ? null : textIn(text, where),
  };
}

function objectIn(value: unknown, where: string): JsonObject {
  if (!isObject(value)) throw new Wrong(where);
  return value;
}

function listIn(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new Wrong(where);
  return value;
}

function textIn(value: unknown, where: string): string {
  if (typeof value !== "string") throw new Wrong(where);
  return value;
}

function countIn(value: unknown, where: string, least = 0): number {
  if (!Number.isSafeInteger(value) || (value as number) < least) throw new Wrong(where);
  return value as number;
}
