import type { Json } from "../fold/json.ts";
import { diff, type Operation, pathKeys } from "../fold/json-patch.ts";
import type { StoppedAt } from "../fold/trace.ts";
import { changedEvent, changedState } from "./call-failures.ts";
import type { Again } from "./determinism.ts";
import { type FoldGuest, type FoldInput, fold, partOf } from "./fold.ts";
import type { Failure } from "./fold-failures.ts";
import type { GuestCallResult, Thrown } from "./guest-call-result.ts";
import type { OpenedModule } from "./open-module.ts";

/**
 * After a fold that threw, with `seen` rawSteps before: folds once more with nothing frozen and finds the first step at
 * which the state that went in was changed in place. Gives its path and better words for the stop. Else looks whether
 * the step that threw changed its event. Null if nothing was changed.
 */
export async function firstMutation(
  again: Again,
  input: FoldInput,
  { stop, thrown }: { stop: Failure; thrown: Thrown | null },
  seen: number,
): Promise<({ stop: Failure } & Pick<StoppedAt, "mutated" | "changed">) | null> {
  const opened = await again(false);
  if (!("guest" in opened)) return null;
  const watched = new WatchedGuest(opened.guest, refusedOperation(thrown));
  try {
    const rawSteps = fold(watched, input, opened.views);
    for (let moment = 0; moment <= seen && watched.changedState === null; moment++) {
      if (rawSteps.next().done) break;
    }
    if (watched.changedState === null) {
      const path = watched.changedEvent;
      return path && { stop: changedEvent(stop, path.join(".")), changed: { of: "event", path } };
    }
    const { part, path } = watched.changedState;
    const mutated = path.join(".");
    return {
      stop: changedState(stop, thrown, mutated, input.source),
      mutated,
      changed: { of: "state", path: [...part, ...path] },
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
  readonly #guest: OpenedModule["guest"];
  readonly #refused: Operation["op"] | undefined;
  readonly #states = new Map<string, string>();

  constructor(guest: OpenedModule["guest"], refused: Operation["op"] | undefined) {
    this.#guest = guest;
    this.#refused = refused;
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

  #keep(slot: string, answer: GuestCallResult) {
    if (answer.kind === "value") this.#states.set(slot, answer.json);
    return answer;
  }

  #compare(slot: string): void {
    const before = this.#states.get(slot);
    if (this.changedState !== null || before === undefined) return;
    const path = changedPath(before, this.#guest.peek(), this.#refused);
    if (path) this.changedState = { part: partOf(slot), path };
  }
}

/**
 * The keys to a difference between a text that was given and what has become of it; null where there is none. Of several,
 * the first of the kind that was `refused` on the frozen value: that is the one at the line where the code stopped.
 */
function changedPath(before: string, now: GuestCallResult, refused?: Operation["op"]): string[] | null {
  if (now.kind !== "value" || now.json === before) return null;
  const changes = diff(JSON.parse(before) as Json, JSON.parse(now.json) as Json);
  const change = changes.find(({ op }) => op === refused) ?? changes[0];
  return change ? pathKeys(change.path) : null;
}

/** What the code tried to do to a frozen value, by the engine's error. */
function refusedOperation(thrown: Thrown | null): Operation["op"] | undefined {
  if (thrown?.message === "object is not extensible") return "add";
  return thrown?.message === "could not delete property" ? "remove" : undefined;
}
