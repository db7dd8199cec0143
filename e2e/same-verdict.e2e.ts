/** @module-tag full */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import type { ExercisePayload } from "../engine/protocol/exercise-types.ts";
import { type Exercise, readCatalog } from "../exercises/catalog.ts";
import { newSession } from "../playground-server/testing/new-session.ts";
import { runInTurns } from "../playground-server/testing/test-playground.ts";
import { bundledSeed } from "../site/src/session/bundled-seed.ts";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
/** Far more than it takes, in ms: a busy machine is no failure. */
const testTimeout = 1_200_000;

/** What grading says of one source, without what only one side can know: a server passes on seeds of its own. */
interface Said {
  outcomes: unknown[];
  passed: boolean;
  verdict: string;
  message: string;
}

interface Asked {
  payload: Pick<ExercisePayload, "records"> & { exercise: Partial<ExercisePayload["exercise"]> };
  source: string;
}

/** Opens a lesson on the file server and checks there once: so the page has loaded its grading, which is given a name. */
async function openGrading(page: Page): Promise<void> {
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("staticUrl")}/lessons/create-and-read-only/`);
  await lesson.editor();
  await lesson.check();
  const announced = await page.waitForFunction(
    () => performance.getEntriesByType("resource").find(({ name }) => name.includes("browser-grading"))?.name,
  );
  // As a text: the test's own loader would rewrite the import.
  await page.evaluate(
    `import(${JSON.stringify(await announced.jsonValue())}).then((grading) => { globalThis.grading = grading; })`,
  );
}

type Check = (request: unknown, listen: (message: { kind: string }) => void) => void;

/** Runs in the page: grades with the page's own code. */
async function gradeThere(asked: string): Promise<unknown[][]> {
  const { checkInBrowser } = (globalThis as unknown as { grading: { checkInBrowser: Check } }).grading;
  const answers: unknown[][] = [];
  const waiting = (JSON.parse(asked) as unknown[]).entries();
  const lane = async () => {
    for (const [i, request] of waiting) {
      const messages: { kind: string }[] = [];
      answers[i] = await new Promise((resolve) =>
        checkInBrowser(request, (message: { kind: string }) => {
          // What is being done is told on the way, and is no answer.
          if (message.kind !== "checking") messages.push(message);
          if (message.kind === "end") resolve(messages);
        }),
      );
    }
  };
  await Promise.all([lane(), lane()]);
  return answers;
}

async function onServer(exercise: string, source: string): Promise<unknown[]> {
  const answer = await fetch(`${inject("url")}/api/checks`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-session": await newSession(inject("url")) },
    body: JSON.stringify({ exercise, source, seed: bundledSeed }),
  });
  const lines = (await answer.text()).trimEnd().split("\n");
  // The place in the queue is the server's alone.
  return lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind !== "progress");
}

function verdictOf(messages: unknown[]): Said {
  const { verdict, passed, message } = messages.at(-1) as Said;
  return { outcomes: messages.slice(0, -1), verdict, passed, message };
}

/** What the page needs of an exercise to grade it. */
function checkRequestOf(exercise: Exercise, source: string): Asked {
  const { id, entry, scope, commands, args, laws, ignore, records } = exercise;
  return {
    payload: {
      exercise: {
        id,
        entry,
        scope,
        laws,
        ignore,
        predict: [],
        ...(commands && { commands }),
        ...(args && { args }),
      },
      records,
    },
    source,
  };
}

/** The wrong answers that only a generated log finds out, by what a learner reads about them. */
function foundInGeneratedLog({ folder }: Exercise): Set<string> {
  const sections = readFileSync(join(folder, "feedback.md"), "utf8").split("\n## wrong/").slice(1);
  const found = sections.filter((section) => section.includes("> This happens in a generated log."));
  return new Set(found.map((section) => section.slice(0, section.indexOf("\n"))));
}

/**
 * The starter of each exercise, and a wrong answer: where there is one, one that only a generated log finds out. A
 * solution is folded over every generated log, so there is one for each kind of entry with the same laws.
 */
function answersTo(exercises: Exercise[]): { exercise: Exercise; source: string }[] {
  const kinds = new Set<string>();
  // Where states are predicted nobody's code is graded.
  return exercises
    .filter(({ form }) => form !== "predict")
    .flatMap((exercise) => {
      const { starter, solution, wrong, entry, laws } = exercise;
      const found = foundInGeneratedLog(exercise);
      const hidden = wrong.toSorted((a, b) => Number(found.has(b.name)) - Number(found.has(a.name)));
      const kind = JSON.stringify([entry.kind, laws]);
      const sources = [starter, ...hidden.slice(0, 1).map(({ source }) => source)];
      if (!kinds.has(kind)) sources.push(solution);
      kinds.add(kind);
      return sources.map((source) => ({ exercise, source }));
    });
}

test(
  "right and wrong answers to every exercise are graded alike in the browser and on the server, message by message",
  async () => {
    const { page } = await visitor();
    await openGrading(page);
    const { exercises } = await readCatalog();
    const cases = answersTo(exercises);
    const here = await page.evaluate(
      gradeThere,
      JSON.stringify(cases.map(({ exercise, source }) => checkRequestOf(exercise, source))),
    );
    // Two at a time, as on the page: each side has both cores in its turn.
    await runInTurns([...cases.entries()], 2, async ([i, { exercise, source }]) => {
      const there = verdictOf(await onServer(exercise.id, source));
      expect(verdictOf(here[i] ?? []), `${exercise.id}:\n${source}`).toEqual(there);
    });
    const passed = cases.filter((_, i) => verdictOf(here[i] ?? []).passed);
    expect(passed).toEqual(cases.filter(({ exercise, source }) => source === exercise.solution));
  },
  testTimeout,
);
