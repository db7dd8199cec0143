import { expect, test } from "vitest";
import { complete } from "./completion.ts";
import { recordedCluster } from "./recorded-cluster.ts";
import { lineProblem, runLine } from "./run-line.ts";

const cluster = recordedCluster(["course.carts"], async (topic) => ({ topic, partitions: 1, records: [] }));
const offered = ["kcat", "head"];

async function run(line: string, tools?: string[]): Promise<{ good: boolean; lines: string[] }> {
  const lines: string[] = [];
  const add = (text: string) => lines.push(text);
  const none = () => Promise.reject(new Error("No line here needs it."));
  const good = await runLine(
    line,
    {
      cluster,
      screen: { print: add, warn: add },
      database: none,
      jq: none,
      signal: AbortSignal.timeout(20_000),
      async *input() {},
    },
    tools,
  );
  return { good, lines };
}

test("a terminal that offers some tools runs these, and says of others which it offers", async () => {
  expect((await run("kcat -L -t course.carts | head -n 1", offered)).good).toBe(true);
  for (const line of ["psql -c 'SELECT 1'", "kcat -L | grep course", "kafka-topics.sh --list", "help psql"]) {
    const { good, lines } = await run(line, offered);
    if (!line.startsWith("help")) expect(good).toBe(false);
    expect(lines.join()).toContain("is not offered in this exercise, which is about: kcat, head.");
  }
  expect((await run("kafka-topics --list")).good).toBe(true);
});

test("help and Tab name the tools that are offered", async () => {
  const { lines } = await run("help", offered);
  expect(lines.flatMap((line) => /^ {2}(\S+) {2}/.exec(line)?.[1] ?? [])).toEqual(offered);
  expect((await complete("", cluster, offered)).words).toEqual(["clear", "head", "help", "history", "kcat"]);
  expect((await complete("psql -", cluster, offered)).words).toEqual([]);
});

test("a line that cannot be run is known without running it", () => {
  expect(lineProblem("kcat -C -t course.carts -e | head -n 2", offered)).toBeNull();
  expect(lineProblem("kcat -C -t course.carts --no-such-flag", offered)).toContain("no-such-flag");
  expect(lineProblem("kcta -L", offered)).toContain("Did you mean kcat?");
});
