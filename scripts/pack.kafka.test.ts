import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { readAnswer } from "../exercises/answer-source.ts";
import { Folder } from "../exercises/folder.ts";
import { PackFolder } from "../exercises/testing/pack-folder.ts";
import {
  isolateTopics,
  lines,
  openTestServer,
  sessionToken,
  type TestServer,
} from "../playground-server/testing/test-playground.ts";
import { run as makeNew } from "./exercise/new/command.ts";
import { packLinks } from "./pack-links.ts";

let pack: PackFolder;
let server: TestServer;
let url: string;
const notices: string[] = [];
const headers = { "x-session": sessionToken() };

beforeAll(async () => {
  const silent = vi.spyOn(console, "log").mockImplementation(() => {});
  pack = await PackFolder.make("Monday");
  await makeNew(["evening", "--pack", pack.path, "--title", "Saturday night"]);
  silent.mockRestore();
  await pack.write("broken/exercise.yaml", "id: broken");
  server = await openTestServer(isolateTopics(inject("kafka")), {
    packs: [pack.path],
    tell: (line) => notices.push(line),
  });
  url = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server.close();
  await pack.remove();
});

const post = async (path: string, payload: object) =>
  lines((await server.app.inject({ method: "POST", url: path, payload, headers })).body);
const answer = async (name: string) =>
  (await readAnswer(new Folder(pack.path, "monday").folder("evening"), name)).source;
const file = (name: string) => readFile(join(pack.path, "evening", name), "utf8");

test("a new exercise of a pack has its link, beside one that is broken and said to be", async () => {
  expect(await packLinks(url)).toBe(`\nMonday:\n  Saturday night  ${url}/exercises/open/?id=evening`);
  expect(notices.join("\n")).toContain("broken/exercise.yaml is not valid");
  expect(notices.join("\n")).toContain("course.evening: 6 records appended.");
});

test("its log lies in Kafka, and its page, its runs and its grading agree about it", async () => {
  const { records, trace } = (await server.app.inject("/api/exercises/evening/page")).json();
  const inKafka = lines((await server.app.inject("/api/logs/course.evening")).body);
  expect(inKafka.map(({ position }) => position)).toEqual(
    records.map(({ position }: { position: object }) => position),
  );
  const run = await post("/api/runs", { exercise: "evening", source: await answer("starter") });
  expect(run.filter(({ kind }) => kind === "step").length).toBe(6);
  expect(run.at(-1).state).toEqual(trace.end.state);
  const starter = await post("/api/checks", { exercise: "evening", source: await answer("starter") });
  expect(starter.find(({ passed }) => !passed)).toMatchObject({
    id: "returned",
    firstDivergence: { position: { topic: "course.evening", offset: 2 } },
  });
  const solution = await post("/api/checks", { exercise: "evening", source: await answer("solution") });
  expect(solution.at(-1)).toMatchObject({ kind: "end", passed: true });
});

test("a log that its author rewrites is there at the next look, in a topic of its own", async () => {
  const log = (await file("log.ndjson")).replace('"count":3', '"count":5');
  await writeFile(join(pack.path, "evening", "log.ndjson"), log);
  const { exercise } = (await server.app.inject("/api/exercises/evening/page")).json();
  expect(exercise.topic).toBe("course.evening-v2");
  const run = await post("/api/runs", { exercise: "evening", source: await answer("solution") });
  expect(run.at(-1)).toMatchObject({ verdict: "ok", state: { sold: 9 } });
  expect(lines((await server.app.inject("/api/logs/course.evening")).body)[0].event.data.count).toBe(3);
});

test("a fixed exercise appears without a new start", async () => {
  const silent = vi.spyOn(console, "log").mockImplementation(() => {});
  await pack.write("broken/exercise.yaml", "");
  await makeNew(["morning", "--pack", pack.path]);
  silent.mockRestore();
  expect(await packLinks(url)).toContain("exercises/open/?id=morning");
});
