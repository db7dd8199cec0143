// Imperative: copies the clock first, then changes the copy.
type Player = "white" | "black";
type Clock = {
  left: Record<Player, number>;
  increment: number;
  moves: number;
  since: number;
  fallen: Player | null;
};
type Shown = Clock & Record<Player, number>;

export function initialState(): Shown {
  return { left: { white: 0, black: 0 }, white: 0, black: 0, increment: 0, moves: 0, since: 0, fallen: null };
}

export function evolve(before: Shown, event: ClockEvent): Shown {
  const clock = { ...before, left: { ...before.left } };
  const now = Date.parse(event.metadata.occurredAt);
  const player: Player = clock.moves % 2 === 0 ? "white" : "black";
  if (clock.fallen !== null) return clock;
  if (event.type === "ClockStarted") {
    clock.left.white = event.data.white;
    clock.left.black = event.data.black;
    clock.increment = event.data.increment;
    clock.since = now;
  } else if (event.type === "MoveMade" || event.type === "ClockPaused") {
    clock.left[player] -= now - clock.since;
    if (clock.left[player] <= 0) {
      clock.left[player] = 0;
      clock.fallen = player;
    } else if (event.type === "MoveMade") {
      clock.left[player] += clock.increment;
      clock.moves += 1;
      clock.since = now;
    }
  } else if (event.type === "ClockResumed") {
    clock.since = now;
  }
  clock.white = clock.left.white;
  clock.black = clock.left.black;
  return clock;
}
