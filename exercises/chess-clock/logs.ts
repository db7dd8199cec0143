import type { Arbitrary } from "fast-check";
import type { Json } from "../../engine/fold/json.ts";
import type { Case } from "../../engine/grading/checks.ts";
import { isOfTheClock } from "./domain.ts";

type Wish = "move" | "pause" | "draw";

const key = "board-7";
const moves = ["d4", "d5", "c4", "e6", "Nc3", "Nf6", "Bg5", "Be7"];

/** Games of up to 14 records with little time: the gaps often use up the time, and often to the millisecond. */
export function generatedLogs(fc: typeof import("fast-check")): Arbitrary<Case> {
  const seconds = (...choice: number[]) => fc.constantFrom(...choice.map((each) => each * 1000));
  const wish = fc.oneof(
    { weight: 8, arbitrary: fc.constant<Wish>("move") },
    { weight: 3, arbitrary: fc.constant<Wish>("pause") },
    { weight: 1, arbitrary: fc.constant<Wish>("draw") },
  );
  return fc
    .record({
      white: seconds(5, 10, 20),
      black: seconds(5, 10, 30),
      increment: seconds(0, 1, 2.5),
      wishes: fc.array(fc.tuple(wish, seconds(0.5, 1, 2.5, 4, 4.999, 5, 6, 7.5)), {
        maxLength: 13,
        size: "max",
      }),
    })
    .map(({ wishes, ...start }) => ({ records: written(start, wishes) }));
}

function written(start: Json, wishes: [Wish, number][]): Case["records"] {
  const records: Case["records"] = [];
  let now = Date.UTC(2026, 2, 14, 20);
  let isPaused = false;
  const write = (type: string, data: Json) => {
    const metadata = { id: `k${records.length}`, occurredAt: new Date(now).toISOString() };
    records.push({ key, event: { type, data, metadata } });
  };
  write("ClockStarted", start);
  for (const [wish, gap] of wishes) {
    now += gap;
    if (wish === "draw") write("DrawOffered", { player: "white" });
    else if (isPaused) write("ClockResumed", {});
    else if (wish === "pause") write("ClockPaused", { reason: "the next board was too loud" });
    else write("MoveMade", { san: moves[records.length % moves.length] as string });
    if (wish === "pause" || (isPaused && wish === "move")) isPaused = !isPaused;
  }
  return records;
}

/** Whether the clock was started once, first, and nobody moved or stopped it while it was stopped. */
export function couldHaveHappened({ records }: Case): boolean {
  const types = records.map(({ event }) => event).filter(isOfTheClock);
  let isRunning = false;
  return types.every(({ type }, place) => {
    if ((type === "ClockStarted") !== (place === 0)) return false;
    const wasRunning = isRunning;
    isRunning = type !== "ClockPaused";
    return wasRunning === (type === "MoveMade" || type === "ClockPaused");
  });
}
