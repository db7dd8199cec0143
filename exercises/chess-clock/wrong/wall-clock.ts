// Asks the computer what time it is, although the log says it.
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
  const now = Date.now();
  switch (event.type) {
    case "ClockStarted":
      return { ...clock, ...event.data, since: now };
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
    default:
      return clock; // every other event: nothing changes
  }
}

// Takes off what the player whose turn it is has used up to now. If nothing is left, the flag falls.
function stop(clock: Clock, now: number): Clock {
  const { turn, since } = clock;
  const left = clock[turn] - (now - since);
  return left > 0 ? { ...clock, [turn]: left } : { ...clock, [turn]: 0, fallen: turn };
}

function other(player: Player): Player {
  return player === "white" ? "black" : "white";
}
