import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { scoreDataOf } from "./domain.ts";

export const generated = {
  /** Some evenings at the machine, up to 15 records: few different points, so that ties come often. */
  cases: (fc) => {
    // What somebody at the machine does next; a correction picks one of the scores that are there.
    const wish = fc.record({
      kind: weighted(fc, [8, "submit"], [5, "correct"], [2, "remove"], [1, "stranger", "tilt"]),
      player: fc.constantFrom("ines", "malik", "jonas", "yuki", "bea"),
      points: fc.constantFrom(0, 1000, 2500, 2500, 388500, 412000),
      pick: fc.nat({ max: 14 }),
    });
    return fc.array(wish, { minLength: 1, maxLength: 15, size: "max" }).map((wishes) => {
      const form = { key: "black-hole", firstId: "sc-101", start: "2026-06-05T19:00:00Z", minutes: 3 };
      const { records, write } = newLog(form);
      for (const { kind, player, points, pick } of wishes) {
        const scores = records.filter(({ event }) => event.type === "ScoreSubmitted");
        const scoreId = scores[pick % scores.length]?.event.metadata?.id;
        if (kind === "correct" && scoreId !== undefined) write("ScoreCorrected", { scoreId, points });
        else if (kind === "stranger") write("ScoreCorrected", { scoreId: "sc-17", points });
        else if (kind === "remove") write("PlayerRemoved", { player });
        else if (kind === "tilt") write("MachineTilted", { player, points });
        else write("ScoreSubmitted", { player, points });
      }
      return { records };
    });
  },
  /** Every name once, and no score corrected before it is submitted. */
  possible({ records }) {
    const names = new Set<string>();
    return records.every(({ event }) => {
      const id = event.metadata?.id ?? "";
      if (names.has(id)) return false;
      names.add(id);
      if (event.type === "ScoreCorrected") names.add(scoreDataOf(event).scoreId);
      return true;
    });
  },
} satisfies GeneratedLogs;
