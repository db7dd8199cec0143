// A table with one function for each event type, instead of a switch.
type Player = "white" | "black";
type Clock = {
  white: number;
  black: number;
  increment: number;
  turn: Player;
  since: string | null; // when the time of `turn` began to run, as the log writes it; null while the clock is stopped
  fallen: Player | null;
};

export const initialState = (): Clock => ({
  white: 0,
  black: 0,
  increment: 0,
  turn: "white",
  since: null,
  fallen: null,
});

const table: Record<string, (clock: Clock, now: string, event: ClockEvent) => Clock> = {
  ClockStarted: (clock, now, { data }) => ({ ...clock, ...data, since: now }),
  MoveMade: (clock, now) => {
    const { turn, increment, ...rest } = used(clock, now);
    if (rest.fallen) return { ...rest, turn, increment };
    const next = turn === "white" ? "black" : "white";
    return { ...rest, increment, [turn]: rest[turn] + increment, turn: next, since: now };
  },
  ClockPaused: (clock, now) => ({ ...used(clock, now), since: null }),
  ClockResumed: (clock, now) => ({ ...clock, since: now }),
};

export const evolve = (clock: Clock, event: ClockEvent): Clock =>
  clock.fallen || !Object.hasOwn(table, event.type)
    ? clock
    : table[event.type](clock, event.metadata.occurredAt, event);

function used(clock: Clock, now: string): Clock {
  const { turn, since } = clock;
  const left = Math.max(0, clock[turn] - (Date.parse(now) - Date.parse(since ?? now)));
  return { ...clock, [turn]: left, fallen: left === 0 ? turn : null };
}
