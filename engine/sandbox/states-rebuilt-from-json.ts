import type { FoldGuest, RawStep } from "./fold.ts";
import type { GuestCallResult } from "./guest-call-result.ts";
import type { GuestHandle } from "./guest-handle.ts";
import { limits } from "./limits.ts";

/**
 * A guest that replaces a state by a copy rebuilt from its JSON, as a fold that goes on from a snapshot does. What the
 * code keeps for the object itself, in a WeakMap for example, is lost with it. If there are many or large states, only
 * some are rebuilt, at equal distances.
 */
export class RebuiltStates implements FoldGuest {
  readonly #guest: GuestHandle;
  readonly #every: number;
  #count = 0;

  /** `before` are the rawSteps of an earlier fold of the same records. They show how many states there are, and how large. */
  constructor(guest: GuestHandle, before: RawStep[]) {
    this.#guest = guest;
    const texts = before.flatMap(({ written }) => written);
    const characters = texts.reduce((sum, { json }) => sum + json.length, 0);
    this.#every = Math.max(
      1,
      Math.ceil(texts.length / limits.rebuiltStates),
      Math.ceil(characters / limits.rebuiltCharacters),
    );
  }

  begin(slot: string, view: string) {
    return this.#rebuild(slot, this.#guest.begin(slot, view));
  }

  step(slot: string, view: string, event: string) {
    return this.#rebuild(slot, this.#guest.step(slot, view, event));
  }

  restore(slot: string, state: string) {
    return this.#guest.restore(slot, state);
  }

  decide(slot: string, command: string) {
    return this.#guest.decide(slot, command);
  }

  upcast(event: string) {
    return this.#guest.upcast(event);
  }

  call(name: string, args: string) {
    return this.#guest.call(name, args);
  }

  /** If the memory does not suffice to rebuild a state, the state stays as it is. */
  #rebuild(slot: string, answer: GuestCallResult): GuestCallResult {
    if (answer.kind === "value" && this.#count++ % this.#every === 0) this.#guest.rebuild(slot, answer.json);
    return answer;
  }
}
