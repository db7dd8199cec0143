import { expect, test } from "vitest";
import type { Position, RawRecord } from "../fold/event.ts";
import type { Cluster } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import { recordedCluster } from "./recorded-cluster.ts";
import { runLine } from "./run-line.ts";

const record = (offset: number): RawRecord => ({
  position: { topic: "course.carts", partition: 0, offset },
  timestamp: offset,
  key: "cart-1",
  headers: {},
  value: offset % 2 === 0 ? `even ${offset}` : `odd ${offset}`,
});

/** A topic with so many records, which counts what is read of it. */
function countedCluster(records: number): { cluster: Cluster; read(): number } {
  let read = 0;
  const recorded = recordedCluster(["course.carts"], async (topic) => ({
    topic,
    partitions: 1,
    records: [],
  }));
  return {
    read: () => read,
    cluster: {
      ...recorded,
      ends: async (topic) => (topic === "course.carts" ? [{ start: 0, end: records }] : null),
      async read(_, __, from, to) {
        read += to - from;
        return Array.from({ length: to - from }, (_, at) => record(from + at));
      },
    },
  };
}

async function run(
  line: string,
  cluster: Cluster,
  signal = AbortSignal.timeout(20_000),
  typed: string[] = [],
) {
  const lines: string[] = [];
  const positions: (Position | undefined)[] = [];
  const good = await runLine(line, {
    cluster,
    screen: {
      print(text, position) {
        lines.push(text);
        positions.push(position);
      },
      warn: (text) => lines.push(`! ${text}`),
    },
    jq: () => Promise.reject(new CommandError("no jq")),
    database: () => Promise.reject(new CommandError("no database")),
    signal,
    async *input() {
      for (const text of typed) yield { text };
    },
  });
  return { good, lines, positions };
}

test("a consumer that would wait for ever ends with the head of its pipe, and says nothing more", async () => {
  const { cluster, read } = countedCluster(1_000_000);
  const line = "kafka-console-consumer --topic course.carts --from-beginning | head -n 2";
  expect((await run(line, cluster)).lines).toEqual(["even 0", "odd 1"]);
  expect(read()).toBeLessThan(10_000);
});

test("each line after a pipe still has its record", async () => {
  const { cluster } = countedCluster(10);
  const { lines, positions } = await run("kcat -C -e -q -t course.carts | grep odd | tail -n 2", cluster);
  expect(lines).toEqual(["odd 7", "odd 9"]);
  expect(positions).toEqual([record(7).position, record(9).position]);
});

test("a log is read no faster than the next tool takes its lines", async () => {
  const { cluster, read } = countedCluster(200_000);
  const stop = new AbortController();
  // The regular expression takes its time, and others get their turns meanwhile.
  const slow = run(
    "kcat -C -e -q -t course.carts | grep -vE '(e|o)+(v|d)+.*x' | wc -l",
    cluster,
    stop.signal,
  );
  await new Promise((resolve) => setTimeout(resolve));
  expect(read()).toBeLessThan(100_000);
  stop.abort();
  await slow;
});

test("all lines arrive, however many tools they pass", async () => {
  const { cluster } = countedCluster(5_000);
  const line = "kcat -C -e -q -t course.carts | grep -n even | grep -v x | tail -n +1 | head -n 4000 | wc -l";
  expect((await run(line, cluster)).lines).toEqual(["2500"]);
});

test("what is wrong in one of the tools is said, and the others end", async () => {
  const { cluster } = countedCluster(10);
  const { good, lines } = await run("kcat -C -q -t course.carts | head -n nothing", cluster);
  expect(good).toBe(false);
  expect(lines).toEqual(["! head: invalid number of lines: 'nothing'. Write for example -n 5."]);
  expect((await run("kcat -C -e -q -t course.cart | wc -l", cluster)).lines.at(-1)).toBe("0");
  expect((await run("kcat -L | gerp x", cluster)).lines.join()).toContain("Did you mean grep?");
  expect((await run("kcat -L | grep -x | wc", cluster)).lines.join()).toContain("grep needs a pattern");
  expect((await run("kcat -L |", cluster)).lines.join()).toContain("A tool is missing beside the |");
  expect((await run("echo a | wc <<< b", cluster)).lines.join()).toContain("Leave out <<<");
  expect((await run(Array(9).fill("wc").join("|"), cluster)).lines.join()).toContain("at most 8 tools");
});

test("what the cluster throws in one tool ends all of them", async () => {
  const { cluster } = countedCluster(10);
  const failing = { ...cluster, read: () => Promise.reject(new TypeError("the broker is gone")) };
  await expect(run("kcat -C -t course.carts | wc -l", failing)).rejects.toThrow("the broker is gone");
});

test("Ctrl-C ends every tool of a line, and the last prints what it has", async () => {
  const { cluster } = countedCluster(3);
  const stop = new AbortController();
  const running = run("kcat -C -q -t course.carts | wc -l", cluster, stop.signal);
  setTimeout(() => stop.abort(), 50);
  expect(["3", undefined]).toContain((await running).lines[0]);
});

test("a tool reads its here-string, or what is typed", async () => {
  const { cluster } = countedCluster(0);
  expect((await run("wc -w <<< 'one two'", cluster)).lines).toEqual(["2"]);
  expect((await run("grep b | wc -l", cluster, undefined, ["a", "b", "bb"])).lines).toEqual(["2"]);
});
