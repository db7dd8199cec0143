import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import type { ExercisePayload } from "../engine/protocol/exercise-page.ts";
import { type Exercise, readShelf } from "../exercises/shelf.ts";
import { bundledSeed } from "../site/src/session/bundled-seed.ts";
import { browser } from "./browser.ts";
import { LessonPage } from "./lesson-page.ts";

const visitor = browser();
/** Far more than it takes, in ms: a busy machine is no failure. */
const patience = 600_000;

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
  const told = await page.waitForFunction(
    () => performance.getEntriesByType("resource").find(({ name }) => name.includes("browser-grading"))?.name,
  );
  // As a text: the test's own loader would rewrite the import.
  await page.evaluate(
    `import(${JSON.stringify(await told.jsonValue())}).then((grading) => { globalThis.grading = grading; })`,
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
          messages.push(message);
          if (message.kind === "end") resolve(messages);
        }),
      );
    }
  };
  await Promise.all([lane(), lane()]);
  return answers;
}

async function onServer(exercise: string, source: string, i: number): Promise<unknown[]> {
  const answer = await fetch(`${inject("url")}/api/checks`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-session": `the-same-verdict-${i}-in-the-browser` },
    body: JSON.stringify({ exercise, source, seed: bundledSeed }),
  });
  const lines = (await answer.text()).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}

function said(messages: unknown[]): Said {
  const { verdict, passed, message } = messages.at(-1) as Said;
  return { outcomes: messages.slice(0, -1), verdict, passed, message };
}

/** What the page needs of an exercise to grade it. */
function asked(exercise: Exercise, source: string): Asked {
  const { id, entry, scope, commands, args, house, ignore, records } = exercise;
  return {
    payload: {
      exercise: {
        id,
        entry,
        scope,
        house,
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

/** The starter, the solution, and a wrong answer: where there is one, one that only a generated log finds out. */
function answersTo({ starter, solution, wrong }: Exercise): string[] {
  const hidden = wrong.toSorted((a, b) => Number(a.offset !== undefined) - Number(b.offset !== undefined));
  return [starter, solution, ...hidden.slice(0, 1).map(({ source }) => source)];
}

test(
  "right and wrong answers to every exercise are graded alike in the browser and on the server, message by message",
  async () => {
    const { page } = await visitor();
    await openGrading(page);
    const { exercises } = await readShelf();
    const cases = exercises.flatMap((exercise) =>
      answersTo(exercise).map((source) => ({ exercise, source })),
    );
    const here = await page.evaluate(
      gradeThere,
      JSON.stringify(cases.map(({ exercise, source }) => asked(exercise, source))),
    );
    for (const [i, { exercise, source }] of cases.entries()) {
      const there = said(await onServer(exercise.id, source, i));
      expect(said(here[i] ?? []), `${exercise.id}:\n${source}`).toEqual(there);
    }
    const passed = here.filter((messages) => said(messages).passed).length;
    expect(passed).toBe(exercises.length);
  },
  patience,
);
