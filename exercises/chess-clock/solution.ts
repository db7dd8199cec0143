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
    // starter: // 1. MoveMade: take off the time that was used, add the increment. Then it is the other player's turn.
    // starter: // 2. ClockPaused: take off the time that was used. ClockResumed: the time runs again.
    // starter: // 3. Nothing left: the flag falls, and nothing changes any more.
    case "MoveMade": {
      const stopped = stop(clock, now);
      // A player without time stays the one to move: nothing is left to take off, whatever comes.
      if (stopped.fallen) return stopped;
      const { turn, increment } = stopped;
      return { ...stopped, [turn]: stopped[turn] + increment, turn: other(turn), since: now };
    }
    case "ClockPaused":
      return stop(clock, now);
    case "ClockResumed":
      return { ...clock, since: now };
    // end starter
    default:
      return clock; // every other event: nothing changes
  }
}
// starter:

// Takes off what the player whose turn it is has used up to now. If nothing is left, the flag falls.
function stop(clock: Clock, now: number): Clock {
  const { turn, since } = clock;
  const left = clock[turn] - (now - since);
  return left > 0 ? { ...clock, [turn]: left } : { ...clock, [turn]: 0, fallen: turn };
}

function other(player: Player): Player {
  return player === "white" ? "black" : "white";
}
// end starter
