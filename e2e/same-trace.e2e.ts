import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import type { RunBody } from "../engine/protocol/request-types.ts";
import type { RunRequest } from "../engine/sandbox/run-request.ts";
import { placeLog } from "../engine/testing/generated/logs.ts";
import { describePair, programLogPair } from "../engine/testing/generated/program-log-pairs.ts";
import { readCatalog } from "../exercises/catalog.ts";
import { newSession } from "../playground-server/testing/new-session.ts";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors, type Visitor } from "./visitor.ts";

const visitor = openVisitors();
const count = 300;
/** Folds that go to the page in one message. */
const atOnce = 200;
/** Far more than it takes, in ms: a busy machine is no failure. */
const testTimeout = 1_200_000;

/** A page of the file server, and where it has its fold worker from: a run on the page tells. */
async function foldWorkerOf(guest: Visitor): Promise<string> {
  await guest.page.addInitScript(() => {
    const Plain = globalThis.Worker;
    globalThis.Worker = class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name === "fold") Object.assign(globalThis, { foldWorker: String(url) });
      }
    };
  });
  const lesson = new LessonPage(guest.page);
  await lesson.open(`${inject("staticUrl")}/lessons/create-and-read-only/`);
  await lesson.editor();
  await lesson.run();
  const announced = await guest.page.waitForFunction(
    () => (globalThis as { foldWorker?: string }).foldWorker,
  );
  return (await announced.jsonValue()) as string;
}

/** What the page's own worker answers to these requests, a list of JSON lines for each. */
async function inWorkers(page: Page, worker: string, requests: RunRequest[]): Promise<string[][]> {
  const all: string[][] = [];
  for (let at = 0; at < requests.length; at += atOnce) {
    const some = JSON.stringify(requests.slice(at, at + atOnce));
    all.push(...(await page.evaluate(foldThere, { worker, requests: some })));
  }
  return all;
}

/** Runs in the page: folds in two workers, one request (of a JSON list) after the other in each. */
async function foldThere({ worker, requests }: { worker: string; requests: string }): Promise<string[][]> {
  const answers: string[][] = [];
  const waiting = (JSON.parse(requests) as unknown[]).entries();
  const lane = async () => {
    const own = new Worker(worker, { type: "module", name: "fold" });
    for (const [id, request] of waiting) {
      answers[id] = await new Promise((resolve, reject) => {
        const lines: string[] = [];
        own.onerror = ({ message }) => reject(new Error(message));
        own.onmessage = ({ data }) => {
          if (data.kind === "message") lines.push(JSON.stringify(data.message));
          if (data.kind === "done") resolve(lines);
        };
        own.postMessage({ id, asked: "run", request });
      });
    }
    own.terminate();
  };
  await Promise.all([lane(), lane()]);
  return answers;
}

/** What the server answers, without its progress; its sandboxes work side by side. */
async function onServer(bodies: RunBody[]): Promise<string[][]> {
  const answers: string[][] = [];
  const waiting = bodies.entries();
  const lane = async () => {
    for (const [i, body] of waiting) {
      const answer = await fetch(`${inject("url")}/api/runs`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-session": await newSession(inject("url")) },
        body: JSON.stringify(body),
      });
      const lines = (await answer.text()).trimEnd().split("\n");
      answers[i] = lines.filter((line) => !line.startsWith('{"kind":"progress"'));
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return answers;
}

/** A trace without the name of its run. */
const nameless = ([start = "", ...rest]: string[]) => [start.replace(/"runId":"[^"]*",/, ""), ...rest];

test(`${count} generated programs give the same trace in the browser's worker and on the server`, {
  tags: "full",
  timeout: testTimeout,
}, async () => {
  const guest = await visitor();
  const worker = await foldWorkerOf(guest);
  const pairs = Array.from({ length: count }, (_, seed) => programLogPair(seed));
  const requests = pairs.map(({ source, entry, scope, seed, log }): RunRequest => {
    return { runId: "browser", source, entry, scope, seed, ...placeLog(log, "course.generated") };
  });
  const bodies = requests.map(
    ({ source, entry, scope, seed, records }): RunBody => ({
      source,
      entry,
      seed,
      log: { records, scope },
    }),
  );
  const here = await inWorkers(guest.page, worker, requests);
  const there = await onServer(bodies);
  for (const [i, pair] of pairs.entries()) {
    expect(nameless(here[i] ?? []), describePair(pair)).toEqual(nameless(there[i] ?? []));
  }
  const ends = here.map((trace) => JSON.parse(trace.at(-1) ?? "null")?.verdict);
  expect(ends.filter((verdict) => verdict === "ok").length).toBeGreaterThan(count / 2);
  expect(ends).not.toContain("engine-fault");
  expect(new Set(ends).size).toBeGreaterThan(5);
});

test(
  "every source of every exercise gives the same trace in the browser's worker and over Kafka",
  async () => {
    const guest = await visitor();
    const worker = await foldWorkerOf(guest);
    const { exercises } = await readCatalog();
    const cases = exercises.flatMap((exercise) =>
      [exercise.starter, exercise.solution, ...exercise.wrong.map(({ source }) => source)].map((source) => ({
        exercise,
        source,
      })),
    );
    const requests = cases.map(
      ({ exercise: { entry, scope, slice, records, commands }, source }): RunRequest => {
        return {
          runId: "browser",
          source,
          entry,
          scope,
          seed: 0,
          slice,
          records,
          ...(commands && { commands }),
        };
      },
    );
    const here = await inWorkers(guest.page, worker, requests);
    const there = await onServer(cases.map(({ exercise: { id }, source }) => ({ exercise: id, source })));
    for (const [i, { exercise, source }] of cases.entries()) {
      expect(nameless(here[i] ?? []), `${exercise.id}:\n${source}`).toEqual(nameless(there[i] ?? []));
    }
  },
  testTimeout,
);
