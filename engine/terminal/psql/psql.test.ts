import { expect, test } from "vitest";
import { CommandError } from "../command-error.ts";
import { recordedCluster } from "../recorded-cluster.ts";
import { runLine } from "../run-line.ts";
import type { SqlResult } from "./database-interface.ts";

const done: SqlResult = {
  columns: [],
  rows: [],
  more: false,
  tag: "DONE",
  failure: null,
  notices: [],
  stopped: null,
};

/** Runs a line of psql and answers what it says, and how often it opened and closed its database. */
async function run(line: string, typed: string[] = []) {
  const lines: string[] = [];
  const happened: string[] = [];
  const print = (text: string) => lines.push(text);
  await runLine(line, {
    cluster: recordedCluster([], async () => ({ topic: "", partitions: 0, records: [] })),
    screen: { print, warn: print },
    async database() {
      happened.push("opened");
      return {
        async run(statement) {
          happened.push(statement);
          return done;
        },
        async close() {
          happened.push("closed");
        },
      };
    },
    jq: () => Promise.reject(new CommandError("no jq")),
    signal: AbortSignal.timeout(20_000),
    async *input() {
      happened.push("reads");
      for (const text of typed) yield { text };
    },
  });
  return { lines, happened };
}

test.each([
  ["psql -c '\\! ls'", "\\! starts nothing"],
  ["psql -c '\\copy pg_class to /tmp/x'", "\\copy has nothing to read or write"],
  ["psql -c 'SELECT 1 \\g | sh'", "\\g takes no name of a file or program"],
  ["psql -c '\\c postgres'", "your own database here, and to no other"],
  ["psql -f /etc/passwd", "There are no files here"],
  ["psql postgres", "does not belong to an option"],
])("%s is refused without a connection", async (line, sentence) => {
  const { lines, happened } = await run(line);
  expect(lines.join()).toContain(sentence);
  expect(happened).toEqual([]);
});

test("all that is given with -c runs over one connection, which is closed at the end", async () => {
  const { happened } = await run("psql -c 'BEGIN' -c 'COMMIT'");
  expect(happened).toEqual(["opened", "BEGIN", "COMMIT", "closed"]);
});

test("psql is connected before the first line is typed into it", async () => {
  const { happened } = await run("psql", ["SELECT 1;", "\\q"]);
  expect(happened).toEqual(["opened", "reads", "SELECT 1;", "closed"]);
});
