import type { Json } from "../fold/json.ts";
import { partingPath } from "../fold/laws/broken.ts";
import type { StoppedAt } from "../fold/trace.ts";
import type { Answer, Thrown } from "./answer.ts";
import { type FoldGuest, type FoldInput, fold, type Moment, partOf } from "./fold.ts";
import type { Opened } from "./open.ts";
import { changedEvent, changedState } from "./sentences.ts";
import { nondeterministic, type Stop } from "./stops.ts";

/** Opens the learner's module anew, under another seed. */
type Again = (freezing: boolean) => Promise<Opened | Stop>;

/** In seconds of the clock: 39 years, a month, 13 days, 13 hours, 22 minutes, 37 seconds: no part of a date stays the same. */
const farAway = 1_234_531_357;

/** Seed of the second fold: other random numbers than the first one's, and a clock that is decades away. */
export function otherSeed(seed: number): number {
  return seed < 2 ** 30 ? seed + farAway : seed - farAway;
}

/** Records that are folded before the last fold: what is kept from them shows, and a long log need not be folded thrice. */
const recordsBefore = 500;

/**
 * Folds again with another seed and clock, in an instance that has folded some of the records before so that what the
 * code keeps shows, and compares every state and result of the last fold with the first one's. Gives the first moment that differs; `index`
 * is that of the step, -1 the initial state. `onAgain` is told before the last fold, as before the one that `again` opens.
 */
export async function firstDifference(
  again: Again,
  input: FoldInput,
  first: Moment[],
  onAgain: () => void,
): Promise<{ stop: Stop; index: number; position: StoppedAt["position"] } | null> {
  const opened = await again(true);
  const differs = (index: number, position: StoppedAt["position"], where: string) => ({
    stop: nondeterministic(where),
    index,
    position,
  });
  if (!("guest" in opened)) return differs(-1, null, "");
  try {
    const some = { ...input, records: input.records.slice(0, recordsBefore) };
    for (const _ of fold(opened.guest, some, opened.views));
    onAgain();
    opened.guest.renew();
    const moments = fold(opened.guest, input, opened.views);
    for (const [count, moment] of first.entries()) {
      const next = moments.next();
      const position = moment.position;
      if (next.done) return differs(count - 1, position, "");
      const path = differencePath(moment, next.value);
      if (path !== null) return differs(count - 1, position, path === "" ? "" : ` at \`${path}\``);
    }
    return null;
  } finally {
    opened.guest.dispose();
  }
}

function differencePath(a: Moment, b: Moment): string | null {
  if (a.result !== b.result) return "";
  for (const [i, { path, json }] of a.written.entries()) {
    const other = b.written[i]?.json;
    if (json === other) continue;
    if (other === undefined) return path.join(".");
    const parting = partingPath(JSON.parse(json) as Json, JSON.parse(other) as Json);
    if (parting) return [...path, ...parting].join(".");
  }
  return null;
}

/**
 * After a fold that threw, with `seen` moments before: folds once more with nothing frozen and finds the first step at
 * which the state that went in was changed in place. Gives its path and better words for the stop. Else looks whether
 * the step that threw changed its event. Null if nothing was changed.
 */
export async function firstMutation(
  again: Again,
  input: FoldInput,
  { stop, thrown }: { stop: Stop; thrown: Thrown | null },
  seen: number,
): Promise<({ stop: Stop } & Pick<StoppedAt, "mutated" | "changed">) | null> {
  const opened = await again(false);
  if (!("guest" in opened)) return null;
  const watched = new WatchedGuest(opened.guest);
  try {
    const moments = fold(watched, input, opened.views);
    for (let moment = 0; moment <= seen && watched.changedState === null; moment++) {
      if (moments.next().done) break;
    }
    if (watched.changedState === null) {
      const path = watched.changedEvent;
      return path && { stop: changedEvent(stop, path.join(".")), changed: { of: "event", path } };
    }
    const { part, path } = watched.changedState;
    const mutated = path.join(".");
    return {
      stop: changedState(stop, thrown, mutated, input.source),
      ...{ mutated, changed: { of: "state", path: [...part, ...path] } },
    };
  } finally {
    opened.guest.dispose();
  }
}

/** A guest that looks at the state and the event that went into each call again when the call is over. */
class WatchedGuest implements FoldGuest {
  /** The keys to the first change of a state: `part` leads to the state in that of the trace, `path` goes on in it. */
  changedState: { part: string[]; path: string[] } | null = null;
  /** The keys to what a view of the last step, or its reducer, changed in its event. */
  changedEvent: string[] | null = null;
  #event = "";
  /** What an upcaster changed in the event of the step that follows. */
  #upcast: string[] | null = null;
  readonly #guest: Opened["guest"];
  readonly #states = new Map<string, string>();

  constructor(guest: Opened["guest"]) {
    this.#guest = guest;
  }

  begin(slot: string, view: string) {
    return this.#keep(slot, this.#guest.begin(slot, view));
  }

  restore(slot: string, state: string) {
    return this.#keep(slot, this.#guest.restore(slot, state));
  }

  step(slot: string, view: string, event: string) {
    const answer = this.#guest.step(slot, view, event);
    this.#compare(slot);
    if (event !== this.#event) this.changedEvent = this.#upcast;
    this.#event = event;
    this.#upcast = null;
    this.changedEvent ??= changedPath(event, this.#guest.peekEvent());
    return this.#keep(slot, answer);
  }

  decide(slot: string, command: string) {
    const answer = this.#guest.decide(slot, command);
    this.#compare(slot);
    return answer;
  }

  upcast(event: string) {
    const answer = this.#guest.upcast(event);
    this.#upcast = changedPath(event, this.#guest.peekEvent());
    this.changedEvent = this.#upcast;
    return answer;
  }

  call(name: string, args: string) {
    return this.#guest.call(name, args);
  }

  #keep(slot: string, answer: Answer) {
    if (answer.kind === "value") this.#states.set(slot, answer.json);
    return answer;
  }

  #compare(slot: string): void {
    const before = this.#states.get(slot);
    if (this.changedState !== null || before === undefined) return;
    const path = changedPath(before, this.#guest.peek());
    if (path) this.changedState = { part: partOf(slot), path };
  }
}

/** The keys to the first difference between a text that was given and what has become of it; null where there is none. */
function changedPath(before: string, now: Answer): string[] | null {
  if (now.kind !== "value" || now.json === before) return null;
  return partingPath(JSON.parse(before) as Json, JSON.parse(now.json) as Json);
}
