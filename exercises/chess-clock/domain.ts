import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";

export type Player = "white" | "black";

/** What is compared of a state; whatever a learner put there. */
export interface ClockFace {
  white: Json;
  black: Json;
  fallen: Json;
}

/** A record as the clock of the log sees it. */
export interface ClockPress {
  /** Whose time ran up to this record. */
  player: Player;
  /** How long it ran, since which record, and what the player had before. */
  used: number;
  since: Event;
  had: number;
  increment: number;
  expected: ClockFace;
  actual: ClockFace;
}

const clockEvents = new Set(["ClockStarted", "MoveMade", "ClockPaused", "ClockResumed"]);

export function isOfTheClock({ type }: { type: string }): boolean {
  return clockEvents.has(type);
}

export function clockFaceOf(compared: Json): ClockFace {
  const { white = null, black = null, fallen = null } = isObject(compared) ? compared : {};
  return { white, black, fallen };
}

export function timeOf(event: Event): number {
  return Date.parse(event.metadata.occurredAt);
}

/** What the history says about the time that ran up to this record; null before the clock was started. */
export function clockPressAt({ event, history, before, expected, actual }: CheckContext): ClockPress | null {
  const since = history.findLast(isOfTheClock);
  const start = history.find(({ type }) => type === "ClockStarted");
  if (!event || !since || !start) return null;
  const moves = history.filter(({ type }) => type === "MoveMade").length;
  const player = moves % 2 === 0 ? "white" : "black";
  return {
    player,
    used: timeOf(event) - timeOf(since),
    since,
    had: Number(clockFaceOf(before)[player]),
    increment: Number(isObject(start.data) && start.data.increment),
    expected: clockFaceOf(expected),
    actual: clockFaceOf(actual),
  };
}

/** "1:00.5", as a clock shows it, "−0:00.5" below nothing; anything else a learner may have put there, as JSON. */
export function formatTime(time: Json): string {
  if (typeof time !== "number") return JSON.stringify(time);
  const size = Math.abs(time);
  const rest = (size % 60_000) / 1000;
  return `${time < 0 ? "−" : ""}${Math.floor(size / 60_000)}:${rest < 10 ? "0" : ""}${rest}`;
}
