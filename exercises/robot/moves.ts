import type { Event } from "../../engine/fold/event.ts";
import type { CheckContext, GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { formatNumber } from "../../engine/grading/message-parts.ts";

/** Metres east (x) and north (y) of the dock. */
export interface Place {
  x: number;
  y: number;
}

/** Nights of a robot that drives along one axis at a time: up to 12 records, some of a type that nobody knows. */
export const generated = {
  cases: (fc) => {
    const wish = fc.record({
      kind: weighted(fc, [6, "east-west", "north-south"], [1, "battery"]),
      metres: fc.constantFrom(-5, -3, -2, -1, 1, 2, 4, 6),
    });
    return fc.array(wish, { minLength: 1, maxLength: 12, size: "max" }).map((wishes) => {
      const { records, write } = newLog({ key: "robot-1", firstId: "m0", start: "2026-04-21T02:00:00Z" });
      for (const { kind, metres } of wishes) {
        if (kind === "east-west") write("Moved", { dx: metres, dy: 0 });
        else if (kind === "north-south") write("Moved", { dx: 0, dy: metres });
        else write("BatteryChecked", { percent: 50 + 5 * metres });
      }
      return { records };
    });
  },
  possible: hasEachRecordOnce,
} satisfies GeneratedLogs;

/** Where the robot is after this step's record. */
export function placeAt({ history, event }: Pick<CheckContext, "history" | "event">): Place {
  const moves = [...history, ...(event ? [event] : [])].filter(({ type }) => type === "Moved").map(moveOf);
  return {
    x: moves.reduce((sum, { dx }) => sum + dx, 0),
    y: moves.reduce((sum, { dy }) => sum + dy, 0),
  };
}

export function moveOf({ data }: Pick<Event, "data">): { dx: number; dy: number } {
  return data as { dx: number; dy: number };
}

/** "At offset 1 the robot drove 4 metres north." */
export function describeMove({ offset, event }: Pick<CheckContext, "offset" | "event">): string {
  const { dx, dy } = moveOf(event ?? { data: { dx: 0, dy: 0 } });
  const metres = Math.abs(dx) + Math.abs(dy);
  const way = dx > 0 ? "east" : dx < 0 ? "west" : dy > 0 ? "north" : "south";
  return `At offset ${offset} the robot drove ${metres} metre${metres === 1 ? "" : "s"} ${way}.`;
}

/** "(3, −4)" */
export function describePlace({ x, y }: Place): string {
  return `(${formatNumber(x)}, ${formatNumber(y)})`;
}
