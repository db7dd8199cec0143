import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RawRecord } from "../../engine/fold/event.ts";
import { logOf, PackFolder } from "../../exercises/testing/pack-folder.ts";
import type { CourseTopic } from "../../exercises/topics.ts";
import { Refusal } from "../errors.ts";
import type { KafkaSettings } from "../log/kafka-client.ts";
import type { Log } from "../log/open-log.ts";
import { noKafka } from "../testing/test-playground.ts";
import { Packs } from "./packs.ts";

let pack: PackFolder;
let notices: string[];
beforeEach(async () => {
  pack = await PackFolder.make();
  notices = [];
});
afterEach(() => pack.remove());

type InMemory = Pick<Log, "settings" | "seed" | "read">;

function packs(folders = [pack.path], log: InMemory = inMemory()) {
  const courseIds = ["cart-read-only"];
  return new Packs({
    folders,
    courseIds,
    log: log as Log,
    mayWrite: true,
    tell: (line) => notices.push(line),
  });
}

/** A log that keeps what was first written into a topic, and when it is seeded looks at the last record only. */
function inMemory(): InMemory {
  const settings: KafkaSettings = { ...noKafka, kind: "local" };
  const there = new Map<string, RawRecord[]>();
  return {
    settings,
    async read({ topic }) {
      const records = there.get(topic);
      if (!records) throw new Refusal("topic-unknown");
      return { slice: { topic, partitions: [] }, records };
    },
    seed: async (topics: CourseTopic[]) =>
      topics.map(({ topic, records }) => {
        const before = there.get(topic) ?? [];
        if (before.length > records.length || before.at(-1)?.value !== records[before.length - 1]?.value)
          return { topic, state: "foreign" as const, appended: 0, sentence: "" };
        there.set(topic, [...before, ...records.slice(before.length)]);
        return { topic, state: "seeded" as const, appended: 1, sentence: `${topic} written.` };
      }),
  };
}

test("a pack's exercises carry its title and lie in topics of their own", async () => {
  await pack.add("rain");
  expect(await packs().exercises()).toMatchObject([
    { id: "rain", pack: "Monday", slice: { topic: "course.rain" } },
  ]);
  expect(notices).toEqual(["course.rain written."]);
});

test("what is broken is told once, and again only when it has come back", async () => {
  await pack.add("rain");
  await pack.add("snow");
  const open = packs();
  await pack.write("snow/exercise.yaml", "id: snow");
  expect(await open.exercises()).toHaveLength(1);
  await pack.write("rain/messages.ts", 'export const words = "Rain.";');
  await open.exercises();
  const broken = () => notices.filter((line) => line.includes("snow/exercise.yaml is not valid"));
  expect(broken()).toHaveLength(1);
  await pack.add("snow");
  expect(await open.exercises()).toHaveLength(2);
  await pack.write("snow/exercise.yaml", "id: snow");
  await open.exercises();
  expect(broken()).toHaveLength(2);
});

test("a checks.ts that breaks leaves learners the version before, and the operator reads file and line", async () => {
  await pack.add("rain");
  await pack.add("snow");
  const open = packs();
  const [rain] = await open.exercises();
  notices.length = 0;
  await pack.write("rain/checks.ts", "export const a = 1;\nexport default { checks: [ };\n");
  const broken = await open.exercises();
  expect(broken.map(({ id, previousVersion }) => [id, previousVersion])).toEqual([
    ["rain", true],
    ["snow", undefined],
  ]);
  expect(broken[0]?.checks).toBe(rain?.checks);
  const news = () => notices.filter((line) => !line.endsWith("written."));
  expect(news()).toEqual([
    expect.stringMatching(/\/rain\/checks\.ts:2 cannot be loaded\. /),
    "Learners go on with the previous version of rain.",
  ]);
  // Still broken, elsewhere: the version that learners have stays the same object, with all that is known of it.
  await pack.write("rain/checks.ts", "export default { checks: [ };\n");
  expect((await open.exercises())[0]).toBe(broken[0]);
  notices.length = 0;
  await pack.add("rain");
  await pack.write("rain/messages.ts", 'export const words = "It poured.";');
  const [repaired] = await open.exercises();
  expect([repaired?.previousVersion, repaired?.checks.checks[0]?.title]).toEqual([undefined, "It poured."]);
  expect(news()).toEqual([`${pack.path}/rain can be read again. Learners get it with their next check.`]);
});

test("an exercise that was never readable is known as broken, one that is removed is gone", async () => {
  await pack.add("rain");
  await pack.add("snow");
  await pack.write("snow/checks.ts", "throw 1;");
  const open = packs();
  expect((await open.exercises()).map(({ id }) => id)).toEqual(["rain"]);
  expect([open.isBroken("snow"), open.isBroken("rain")]).toEqual([true, false]);
  await pack.write("rain/exercise.yaml", "id: rain");
  await rm(join(pack.path, "snow"), { recursive: true });
  expect((await open.exercises()).map(({ id }) => id)).toEqual(["rain"]);
  expect([open.isBroken("snow"), open.isBroken("rain")]).toEqual([false, true]);
});

test("an id of the course, or of a pack before it, is not taken a second time", async () => {
  await pack.add("cart-read-only");
  await pack.add("rain");
  const other = await PackFolder.make("Tuesday");
  await other.add("rain");
  try {
    const found = await packs([pack.path, other.path]).exercises();
    expect(found.map(({ id, pack }) => [id, pack])).toEqual([["rain", "Monday"]]);
    expect(notices.join("\n")).toContain("the id cart-read-only is taken by the course. Rename the folder");
    expect(notices.join("\n")).toContain(`the id rain is taken by ${pack.path}.`);
  } finally {
    await other.remove();
  }
});

test("a rewritten log lies in a topic of its own, a longer one goes on in the same", async () => {
  await pack.add("rain", [3, 4]);
  const open = packs();
  const topic = async () => (await open.exercises())[0]?.slice.topic;
  expect(await topic()).toBe("course.rain");
  await pack.write("rain/log.ndjson", logOf([3, 4, 5]));
  expect(await topic()).toBe("course.rain");
  await pack.write("rain/log.ndjson", logOf([9, 4, 5]));
  expect(await topic()).toBe("course.rain-v2");
  const [exercise] = await open.exercises();
  expect(exercise?.records.map(({ position }) => position.topic)).toEqual(Array(3).fill("course.rain-v2"));
  await pack.write("rain/log.ndjson", logOf([3, 4, 5]));
  expect(await topic()).toBe("course.rain");
});

test("where Kafka does not answer the exercises are there, and their logs are brought in later", async () => {
  await pack.add("rain");
  const log = inMemory();
  let away = true;
  const seed: Log["seed"] = (topics, mayWrite) => {
    if (away) throw new Refusal("log-unavailable");
    return log.seed(topics, mayWrite);
  };
  const open = new Packs({
    folders: [pack.path],
    courseIds: [],
    log: { ...log, seed } as Log,
    mayWrite: true,
    tell: (line) => notices.push(line),
    retryDelay: 0,
  });
  expect(await open.exercises()).toHaveLength(1);
  expect(notices).toEqual([]);
  away = false;
  await open.exercises();
  expect(notices).toEqual(["course.rain written."]);
});

test("a failure that nobody foresaw does not close the packs for good", async () => {
  await pack.add("rain");
  const log = inMemory();
  let fails = true;
  const seed: Log["seed"] = async (topics, mayWrite) => {
    if (fails) throw new Error("who knows");
    return log.seed(topics, mayWrite);
  };
  const open = packs([pack.path], { ...log, seed });
  await expect(open.exercises()).rejects.toThrow("who knows");
  fails = false;
  expect(await open.exercises()).toHaveLength(1);
});
