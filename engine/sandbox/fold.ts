import { type Event, type Position, type RawRecord, readRecord } from "../fold/event.ts";
import { isObject, type Json } from "../fold/json.ts";
import { partAt } from "../fold/json-patch.ts";
import type { Command, Entry, Scope, Watches } from "../fold/trace.ts";
import { runSentences } from "../sentences/english/runs.ts";
import { sentencesFrom } from "../sentences/message.ts";
import { failureOf } from "./call-failures.ts";
import type { Failure } from "./fold-failures.ts";
import type { GuestCallResult, Thrown } from "./guest-call-result.ts";
import type { GuestHandle } from "./guest-handle.ts";
import type { WrittenPart } from "./trace-state.ts";

const says = sentencesFrom(runSentences);

/** What is folded, and how. `records` stand in the order in which they are folded. */
export interface FoldInput extends Watches {
  source: string;
  entry: Entry;
  scope: Scope;
  records: RawRecord[];
  commands?: Command[];
  args?: Json[];
  /** The state to go on from instead of the initial one, in the shape of a trace's state. A key that is missing begins. */
  from?: Json;
}

/** The calls into the learner's code that a fold makes. */
export type FoldGuest = Pick<GuestHandle, "begin" | "restore" | "step" | "decide" | "upcast" | "call">;

/** One application of the learner's code, before it is a step of a trace. The first one is the initial state. */
export interface RawStep {
  position: Position | null;
  key: string | null;
  event: Event | null;
  command?: Command;
  written: WrittenPart[];
  /** JSON text of what `decide`, `upcast` or the called function returned. */
  result?: string;
}

/** How a fold ended: with a stop before the moment that would have come next, or at the end. */
export interface FoldEnd {
  stop: Failure | null;
  /** What the learner's code threw, where that stopped it. */
  thrown: Thrown | null;
  /** Where it stopped. */
  position: Position | null;
  skipped: number;
}

/** Thrown inside the fold to leave it; never leaves this module. */
class Stopped {
  readonly stop: Failure;
  readonly thrown: Thrown | null;
  constructor(stop: Failure, thrown: Thrown | null = null) {
    this.stop = stop;
    this.thrown = thrown;
  }
}

/**
 * Folds in an opened guest, one moment at a time. `views` are the names of a projector's read models, empty for one
 * state, null where there is none to fold: an upcaster alone.
 * A generator, so that who drives it can write each moment at once, compare two folds, or leave early.
 */
export function* fold(
  guest: FoldGuest,
  input: FoldInput,
  views: string[] | null,
): Generator<RawStep, FoldEnd> {
  const slots = views && new Slots(guest, input, views);
  let position: Position | null = null;
  let skipped = 0;
  try {
    if (input.entry.kind === "call") {
      yield noState;
      yield callMoment(guest, input);
      return { stop: null, thrown: null, position: null, skipped };
    }
    yield slots ? { ...noState, written: slots.begin() } : noState;
    for (const raw of input.records) {
      position = raw.position;
      const record = readRecord(raw);
      if (!("event" in record)) {
        skipped++;
        continue;
      }
      const { event, key } = record;
      const upcast = input.entry.kind === "upcaster" ? upcastOf(guest, event, input.source) : null;
      const written = slots?.step(key, upcast?.event ?? event) ?? [];
      yield { position, key, event, written, ...(upcast && { result: upcast.json }) };
    }
    position = null;
    if (input.entry.kind === "decider" && slots) yield* decideAll(guest, input, slots);
    return { stop: null, thrown: null, position: null, skipped };
  } catch (thrown) {
    if (!(thrown instanceof Stopped)) throw thrown;
    return { stop: thrown.stop, thrown: thrown.thrown, position, skipped };
  }
}

/** The moment before the first of a fold without a state. */
const noState: RawStep = { position: null, key: null, event: null, written: [{ path: [], json: "null" }] };

/** The states the guest holds, by key and view, and how they lie in the state of the trace. */
class Slots {
  readonly #guest: FoldGuest;
  readonly #input: FoldInput;
  readonly #views: string[];
  readonly #begun = new Set<string>();

  constructor(guest: FoldGuest, input: FoldInput, views: string[]) {
    this.#guest = guest;
    this.#input = input;
    this.#views = views.length > 0 ? views : [""];
  }

  begin(): WrittenPart[] {
    const { from, scope } = this.#input;
    if (from !== undefined) {
      if (scope === "all") for (const view of this.#views) this.#begin("", view);
      return [{ path: [], json: JSON.stringify(from) }];
    }
    if (scope === "all") {
      return [...this.#rootOfViews(), ...this.#views.map((view) => this.#begin("", view))];
    }
    for (const view of this.#views) this.#begin("", view); // a wrong initial state is told before the first record
    return this.#views[0] === ""
      ? [{ path: [], json: "{}" }]
      : [...this.#rootOfViews(), ...this.#views.map((view) => ({ path: [view], json: "{}" }))];
  }

  step(key: string | null, event: Event): WrittenPart[] {
    const text = JSON.stringify(event);
    return this.#views.map((view) => {
      const slotKey = slotOf(this.#input.scope, key);
      if (!this.#begun.has(`${slotKey}\0${view}`)) this.#begin(slotKey, view, key);
      const name = view === "" ? "evolve" : "project";
      const json = textOf(this.#guest.step(`${slotKey}\0${view}`, view, text), name, this.#input.source);
      return { path: this.#path(key, view), json };
    });
  }

  #begin(slotKey: string, view: string, key: string | null = null): WrittenPart {
    const name = view === "" ? "initialState" : "initialView";
    const slot = `${slotKey}\0${view}`;
    const { from } = this.#input;
    const given = from === undefined ? undefined : partAt(from, this.#path(key, view));
    const answer =
      given === undefined ? this.#guest.begin(slot, view) : this.#guest.restore(slot, JSON.stringify(given));
    const json = textOf(answer, name, this.#input.source);
    this.#begun.add(slot);
    return { path: view === "" ? [] : [view], json };
  }

  #rootOfViews(): WrittenPart[] {
    return this.#views[0] === "" ? [] : [{ path: [], json: "{}" }];
  }

  #path(key: string | null, view: string): string[] {
    const path = view === "" ? [] : [view];
    return this.#input.scope === "all" ? path : [...path, key ?? ""];
  }
}

/** The slot of a fold's one state, where there is one. */
const onlySlot = "\0";

/** The name of the states that a record's key has, or of the only ones; the read model's name follows it in a slot. */
export function slotOf(scope: Scope, key: string | null): string {
  return scope === "all" ? "" : `k${key ?? ""}`;
}

/** The path to a slot's state in the state of the trace. */
export function partOf(slot: string): string[] {
  const end = slot.lastIndexOf("\0");
  const view = slot.slice(end + 1);
  return [...(view === "" ? [] : [view]), ...(end === 0 ? [] : [slot.slice(1, end)])];
}

function* decideAll(guest: FoldGuest, input: FoldInput, slots: Slots): Generator<RawStep, void> {
  let offset = 0;
  for (const [number, command] of (input.commands ?? []).entries()) {
    const result = textOf(guest.decide(onlySlot, JSON.stringify(command)), "decide", input.source);
    const answer = JSON.parse(result) as Json;
    yield { position: null, key: null, event: null, command, written: [], result };
    for (const [place, decided] of eventsOf(answer).entries()) {
      const position = { topic: "decided", partition: 0, offset: offset++ };
      const event: Event = {
        ...decided,
        metadata: {
          id: `command-${number}-${place}`,
          version: 1,
          occurredAt: new Date(0).toISOString(),
          causationId: `command-${number}`,
          key: input.records[0]?.key ?? null,
          position,
          timestamp: 0,
        },
      };
      yield { position, key: event.metadata.key, event, written: slots.step(event.metadata.key, event) };
    }
  }
}

/** The events that `decide` returned; none for a refusal. Anything else stops the fold. */
function eventsOf(answer: Json): { type: string; data: Json }[] {
  if (isObject(answer) && Object.hasOwn(answer, "rejected")) return [];
  if (Array.isArray(answer)) {
    return answer.map((event) => {
      if (isObject(event) && typeof event.type === "string" && Object.hasOwn(event, "data")) {
        return { type: event.type, data: event.data as Json };
      }
      throw new Stopped({ verdict: "state-invalid", ...says("not-an-event-decided") });
    });
  }
  throw new Stopped({ verdict: "state-invalid", ...says("no-list-decided") });
}

/** The event as the learner's upcaster reads it. Its place in the log stays what it was. */
function upcastOf(guest: FoldGuest, event: Event, source: string): { event: Event; json: string } {
  const json = textOf(guest.upcast(JSON.stringify(event)), "upcast", source);
  const read = JSON.parse(json) as Json;
  if (!isObject(read) || typeof read.type !== "string" || !Object.hasOwn(read, "data")) {
    throw new Stopped({ verdict: "state-invalid", ...says("no-event-upcast") });
  }
  const metadata = isObject(read.metadata) ? read.metadata : {};
  const { id, key, position, timestamp } = event.metadata;
  return {
    event: {
      type: read.type,
      data: read.data as Json,
      metadata: { ...event.metadata, ...metadata, id, key, position, timestamp },
    },
    json,
  };
}

function callMoment(guest: FoldGuest, input: FoldInput): RawStep {
  const name = input.entry.name ?? "";
  const events = input.records.map(readRecord).flatMap((record) => ("event" in record ? [record.event] : []));
  const args = input.args ?? [events as unknown as Json];
  const result = textOf(guest.call(name, JSON.stringify(args)), name, input.source);
  return { position: null, key: null, event: null, written: [], result };
}

function textOf(answer: GuestCallResult, name: string, source: string): string {
  if (answer.kind !== "value") {
    throw new Stopped(failureOf(answer, name, source), answer.kind === "threw" ? answer.thrown : null);
  }
  return answer.json;
}
