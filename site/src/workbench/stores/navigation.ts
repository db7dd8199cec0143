import type { LongStore } from "./long-log.ts";
import type { TapeStore } from "./tape.ts";

export type Navigation = ReturnType<typeof createNavigation>;

/** Moves along the tape. On a long log the steps around a place have to be requested first. */
export function createNavigation({ $cursor, dispatch, touch, back }: TapeStore, long: LongStore) {
  return {
    /** Moves to a step. */
    go(to: number) {
      touch();
      const on = long.$long.get();
      if (!on) return dispatch({ type: "go", to });
      // The trace of a long fold ends a few steps away: from there the next or previous record is requested.
      const known = to < 0 ? -1 : long.placeOf(to);
      long.seek(known ?? (to > $cursor.get() ? on.at + 1 : on.at - 1));
    },
    /** Moves to a place of the tape: a card of a long log, a step of any other. */
    stand(place: number) {
      touch();
      long.$long.get() ? long.seek(place) : dispatch({ type: "go", to: place });
    },
    play() {
      touch();
      const on = long.$long.get();
      if (!on) return dispatch({ type: "play" });
      long.seek(on.at >= on.reach ? 0 : on.at + 1, true);
    },
    pause: () => dispatch({ type: "pause" }),
    /** One step of playing, which stops after the steps in `breaks`. */
    tick(breaks: number[]) {
      const on = long.$long.get();
      if (!on) dispatch({ type: "tick", breaks });
      else if (!on.loading) long.seek(on.at + 1, true);
    },
    back,
  };
}
