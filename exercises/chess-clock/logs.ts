import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { isOfTheClock } from "./domain.ts";

const moves = ["d4", "d5", "c4", "e6", "Nc3", "Nf6", "Bg5", "Be7"];
const form = { key: "board-7", firstId: "k0", start: "2026-03-14T20:00:00Z" };

export const generated = {
  /** Games of up to 14 records with little time: the gaps often use up the time, and often to the millisecond. */
  cases: (fc) => {
    const seconds = (...choice: number[]) => fc.constantFrom(...choice.map((each) => each * 1000));
    const wish = weighted(fc, [8, "move"], [3, "pause"], [1, "draw"]);
    const gap = seconds(0.5, 1, 2.5, 4, 4.999, 5, 6, 7.5);
    return fc
      .record({
        white: seconds(5, 10, 20),
        black: seconds(5, 10, 30),
        increment: seconds(0, 1, 2.5),
        wishes: fc.array(fc.tuple(wish, gap), { maxLength: 13, size: "max" }),
      })
      .map(({ wishes, ...given }) => {
        const { records, write } = newLog(form);
        let now = Date.parse(form.start);
        let isPaused = false;
        write("ClockStarted", given);
        for (const [wish, gap] of wishes) {
          now += gap;
          if (wish === "draw") write("DrawOffered", { player: "white" }, now);
          else if (isPaused) write("ClockResumed", {}, now);
          else if (wish === "pause") write("ClockPaused", { reason: "the next board was too loud" }, now);
          else write("MoveMade", { san: moves[records.length % moves.length] as string }, now);
          if (wish === "pause" || (isPaused && wish === "move")) isPaused = !isPaused;
        }
        return { records };
      });
  },
  /** The clock was started once, first, and nobody moved or stopped it while it was stopped. */
  possible({ records }) {
    const types = records.map(({ event }) => event).filter(isOfTheClock);
    let isRunning = false;
    return types.every(({ type }, place) => {
      if ((type === "ClockStarted") !== (place === 0)) return false;
      const wasRunning = isRunning;
      isRunning = type !== "ClockPaused";
      return wasRunning === (type === "MoveMade" || type === "ClockPaused");
    });
  },
} satisfies GeneratedLogs;
