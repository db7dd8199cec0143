import { expect, test } from "vitest";
import type { Position } from "../../../engine/fold/event.ts";
import { CommandError } from "../../../engine/terminal/command-error.ts";
import { recordedCluster } from "../../../engine/terminal/recorded-cluster.ts";
import { runLine } from "../../../engine/terminal/run-line.ts";
import { JqProcesses } from "./jq-processes.ts";

const values = ['{"n":0}', '{"n":1}', "no JSON", '{"n":3}'];
const cluster = recordedCluster(["course.carts", "course.bad"], async (topic) => ({
  topic,
  partitions: 1,
  records: (topic === "course.bad" ? values : values.filter((value) => value.startsWith("{"))).map(
    (value, offset) => ({
      position: { topic, partition: 0, offset },
      timestamp: 0,
      key: "k",
      headers: {},
      value,
    }),
  ),
}));

async function run(line: string, signal = AbortSignal.timeout(60_000)) {
  const lines: string[] = [];
  const positions: (Position | undefined)[] = [];
  const jq = new JqProcesses();
  await runLine(line, {
    cluster,
    screen: {
      print(text, position) {
        lines.push(text);
        positions.push(position);
      },
      warn: (text) => lines.push(`! ${text}`),
    },
    jq: async (ended) => jq.open("a learner", ended),
    database: () => Promise.reject(new CommandError("no database")),
    signal,
    input: async function* () {},
  });
  return { lines, offsets: positions.map((position) => position?.offset) };
}

test("each line that jq prints has the record of which it was made", async () => {
  expect(await run("kcat -C -e -q -t course.carts | jq -c 'select(.n != 1) | (.n, {n})'")).toEqual({
    lines: ["0", '{"n":0}', "3", '{"n":3}'],
    offsets: [0, 0, 2, 2],
  });
  expect(await run("kcat -C -e -q -t course.carts | jq -s length")).toEqual({
    lines: ["3"],
    offsets: [undefined],
  });
});

test("a consumer that waits is read as it comes, and head ends it", async () => {
  const line = "kafka-console-consumer --topic course.carts --from-beginning | jq .n | head -n 2";
  expect((await run(line)).lines).toEqual(["0", "1"]);
});

test("jq says in its own words what is wrong with a program or a value, and at which line", async () => {
  expect((await run("jq '.a |'")).lines[0]).toContain("! jq: error: syntax error, unexpected end of file");
  const { lines } = await run("kcat -C -e -q -t course.bad | jq .n");
  expect(lines.slice(0, 2)).toEqual(["0", "1"]);
  expect(lines.at(-1)).toContain("parse error");
  expect((await run("kcat -C -e -q -t course.carts | jq .n.m")).lines).toEqual([
    expect.stringContaining("(at <stdin>:1): Cannot index number"),
    expect.stringContaining("(at <stdin>:2): Cannot index number"),
    expect.stringContaining("(at <stdin>:3): Cannot index number"),
  ]);
});

test("Ctrl-C ends a program that never ends, without a word", async () => {
  const stop = new AbortController();
  const running = run("jq -n 'def f: f; f'", stop.signal);
  setTimeout(() => stop.abort(), 300);
  expect((await running).lines).toEqual([]);
});
