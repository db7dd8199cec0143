import type { Arbitrary } from "fast-check";
import type { Json } from "../../engine/fold/json.ts";
import type { Case } from "../../engine/grading/checks.ts";
import { scoreDataOf } from "./domain.ts";

/** What somebody at the machine does next; a correction picks one of the scores that are there. */
interface Wish {
  kind: "submit" | "correct" | "stranger" | "remove" | "tilt";
  player: string;
  points: number;
  pick: number;
}

const key = "black-hole";

/** Some evenings at the machine, up to 15 records: few different points, so that ties come often. */
export function generatedLogs(fc: typeof import("fast-check")): Arbitrary<Case> {
  const wish = fc.record<Wish>({
    kind: fc.oneof(
      { weight: 8, arbitrary: fc.constant<Wish["kind"]>("submit") },
      { weight: 5, arbitrary: fc.constant<Wish["kind"]>("correct") },
      { weight: 2, arbitrary: fc.constant<Wish["kind"]>("remove") },
      { weight: 1, arbitrary: fc.constantFrom<Wish["kind"]>("stranger", "tilt") },
    ),
    player: fc.constantFrom("ines", "malik", "jonas", "yuki", "bea"),
    points: fc.constantFrom(0, 1000, 2500, 2500, 388500, 412000),
    pick: fc.nat({ max: 14 }),
  });
  return fc
    .array(wish, { minLength: 1, maxLength: 15, size: "max" })
    .map((wishes) => ({ records: written(wishes) }));
}

/** Turns wishes into records. Where there is no score to correct yet, one is submitted. */
function written(wishes: Wish[]): Case["records"] {
  const records: Case["records"] = [];
  const write = (type: string, data: Json) => {
    const at = records.length;
    const occurredAt = new Date(Date.UTC(2026, 5, 5, 19, 3 * at)).toISOString();
    records.push({ key, event: { type, data, metadata: { id: `sc-${101 + at}`, occurredAt } } });
  };
  for (const { kind, player, points, pick } of wishes) {
    const scores = records.filter(({ event }) => event.type === "ScoreSubmitted");
    const scoreId = scores[pick % scores.length]?.event.metadata?.id;
    if (kind === "correct" && scoreId !== undefined) write("ScoreCorrected", { scoreId, points });
    else if (kind === "stranger") write("ScoreCorrected", { scoreId: "sc-17", points });
    else if (kind === "remove") write("PlayerRemoved", { player });
    else if (kind === "tilt") write("MachineTilted", { player, points });
    else write("ScoreSubmitted", { player, points });
  }
  return records;
}

/** Whether a log could have been written: every name once, and no score corrected before it is submitted. */
export function couldHaveHappened({ records }: Case): boolean {
  const names = new Set<string>();
  return records.every(({ event }) => {
    const id = event.metadata?.id ?? "";
    if (names.has(id)) return false;
    names.add(id);
    if (event.type === "ScoreCorrected") names.add(scoreDataOf(event).scoreId);
    return true;
  });
}
