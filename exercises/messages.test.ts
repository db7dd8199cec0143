import { expect, test } from "vitest";
import { foldCasesIn } from "../engine/grading/fold-cases.ts";
import { Grader } from "../engine/grading/grader.ts";
import type { CheckMessage } from "../engine/protocol/response-types.ts";
import { loadNodeEngine } from "../engine/sandbox/node-engine.ts";
import { courseAnswer } from "./answer-source.ts";
import { openPack, readExercise } from "./catalog.ts";

const fold = foldCasesIn(await loadNodeEngine());
const pack = await openPack();

/** What the first check that fails says about this answer, on the log on which it fails. */
async function findingFor(exercise: string, source: string): Promise<string> {
  const found = await new Grader(await readExercise(pack, exercise), fold, 1).find(source);
  return found?.message ?? "";
}

/** What a learner reads about this answer. */
async function messageFor(exercise: string, source: string): Promise<string> {
  const messages: CheckMessage[] = [];
  const grader = new Grader(await readExercise(pack, exercise), fold, 1);
  await grader.grade(source, (message) => messages.push(message));
  return messages.find(({ kind, passed }) => kind === "check" && !passed)?.message ?? "";
}

/** The solution of an exercise with a part of it replaced. */
async function solutionWith(exercise: string, part: string, by: string): Promise<string> {
  const { solution } = await readExercise(pack, exercise);
  expect(solution).toContain(part);
  return solution.replace(part, by);
}

test.each([
  [
    "a cart with NaN",
    "cart-read-only",
    await solutionWith("cart-read-only", "held - qty", "held - Number(undefined)"),
    "At offset 4, ",
    "`lines.pants` is NaN",
  ],
  [
    "a cart with undefined",
    "cart-read-only",
    await solutionWith("cart-read-only", "held - qty", "undefined"),
    "At offset 4, ",
    "`lines.pants` is undefined",
  ],
  [
    "a board with undefined",
    "chess-moves",
    await solutionWith("chess-moves", "...others, [to]: piece", "...squares, [from]: undefined, [to]: piece"),
    "At offset 0, ",
    "`squares.e2` is undefined",
  ],
  [
    "a ledger with NaN",
    "bank-ledger",
    await solutionWith("bank-ledger", "-undone.cents", "-undone.amount"),
    "At offset 7, ",
    "`balances.acc-3107` is NaN",
  ],
])(
  "the message about %s describes what was returned, not the state before",
  async (_, exercise, source, where, says) => {
    const message = await findingFor(exercise, source);
    expect(message).toContain(`${where}\`evolve\` returned a state in which ${says}`);
    expect(message).not.toMatch(/Your (cart|board|ledger)|your (cart|board|ledger)/);
  },
);

test("a misspelt part of an event comes first, with its line; then the state that was returned", async () => {
  const source = await solutionWith(
    "cart-read-only",
    "const { sku, qty } = event.data;",
    "const { sku } = event.data; const qty = event.qty;",
  );
  const line = source.slice(0, source.indexOf("event.qty")).split("\n").length;
  const message = await findingFor("cart-read-only", source);
  expect(message).toContain(
    `\`event.qty\` in line ${line} is undefined: an event has \`type\`, \`data\` and \`metadata\`. Is it \`event.data.qty\`? So \`evolve\` returned a state in which \`lines.pants\` is NaN, not a number.`,
  );
});

test("a message about a generated log says so before it names an offset or a thing of that log", async () => {
  const source = await courseAnswer("cart-read-only", "wrong/zero-line");
  expect(await messageFor("cart-read-only", source)).toMatch(
    /^This happens in a generated log\. After offset \d+ there are no .+ left\./,
  );
});

test("a message about the log on screen names its offsets at once", async () => {
  const { starter } = await readExercise(pack, "cart-read-only");
  expect(await messageFor("cart-read-only", starter)).toMatch(
    /^At offset 4 Sanjana took out one pair of pants\./,
  );
});
