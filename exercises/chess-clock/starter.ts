type Player = "white" | "black";
type Clock = {
  white: number;
  black: number;
  increment: number;
  turn: Player;
  since: number; // when the clock began to run for the player whose turn it is
  fallen: Player | null;
};

export function initialState(): Clock {
  return { white: 0, black: 0, increment: 0, turn: "white", since: 0, fallen: null };
}

export function evolve(clock: Clock, event: ClockEvent): Clock {
  const now = Date.parse(event.metadata.occurredAt);
  switch (event.type) {
    case "ClockStarted":
      return { ...clock, ...event.data, since: now };
    // 1. MoveMade: take off the time that was used, add the increment. Then it is the other player's turn.
    // 2. ClockPaused: take off the time that was used. ClockResumed: the time runs again.
    // 3. Nothing left: the flag falls, and nothing changes any more.
    default:
      return clock; // every other event: nothing changes
  }
}
