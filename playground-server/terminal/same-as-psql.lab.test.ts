import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Database } from "../../engine/terminal/psql/database-interface.ts";
import { recordedCluster } from "../../engine/terminal/recorded-cluster.ts";
import { runLine } from "../../engine/terminal/run-line.ts";
import { openSqlTerminal } from "../labs/database/run-sql.ts";
import { urlOf } from "../labs/postgres/template-database.ts";
import { learner, openTestDatabases, type TestDatabases } from "../labs/postgres/testing/test-databases.ts";

/** Debian's psql and the page's, over the same database. Compared is their output. Known differences: known-differences.ts. */

const names = learner("d");
let server: TestDatabases;
let url: string;

beforeAll(async () => {
  server = await openTestDatabases();
  await server.databases.of(names);
  url = urlOf(inject("postgres"), names.role);
  await ours("psql", [
    "CREATE TABLE orders (id int PRIMARY KEY, customer text NOT NULL, total numeric(8,2) DEFAULT 0 CHECK (total >= 0), note varchar(20));",
    "CREATE TABLE lines (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, order_id int REFERENCES orders (id) ON DELETE CASCADE, item text, UNIQUE (order_id, item));",
    "CREATE INDEX orders_customer ON orders (customer, total DESC);",
    "CREATE VIEW big AS SELECT * FROM orders WHERE total > 100;",
    "INSERT INTO orders VALUES (1, 'Ana', 12.5, NULL), (2, 'Bogdan', 200, E'two\\nlines'), (3, '名前', 0, 'wide');",
    "INSERT INTO lines (order_id, item) VALUES (1, 't-shirt'), (2, 'socks');",
  ]);
});
afterAll(async () => {
  await server?.close([names]);
});

async function ours(line: string, input: string[] = []): Promise<string[]> {
  const lines: string[] = [];
  await runLine(line, {
    cluster: recordedCluster([], async () => ({ topic: "", partitions: 0, records: [] })),
    screen: { print: (text) => lines.push(...text.split("\n")), warn() {} },
    database: openDatabase,
    jq: () => Promise.reject(new Error("No line here needs it.")),
    signal: AbortSignal.timeout(60_000),
    async *input() {
      for (const text of input) yield { text };
    },
  });
  return lines;
}

async function openDatabase(): Promise<Database> {
  const terminal = openSqlTerminal(await server.databases.of(names));
  return {
    async run(statement, options) {
      const result = await terminal.run(statement, options);
      return { ...result, stopped: result.stopped?.message ?? null };
    },
    close: () => terminal.close(),
  };
}

function real(line: string, input: string[] = []): string[] {
  const { stdout, error } = spawnSync("bash", ["-c", line.replace(/^psql/, `psql -X '${url}'`)], {
    input: input.map((text) => `${text}\n`).join(""),
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" },
  });
  if (error) throw error;
  return stdout === "" ? [] : stdout.replace(/\n$/, "").split("\n");
}

describe("psql prints the same", () => {
  test.each([
    "psql -c 'SELECT 1'",
    "psql -c 'SELECT 1 AS one, 2.50 AS two, true AS yes, NULL AS nothing'",
    "psql -c 'SELECT * FROM orders ORDER BY id'",
    "psql -c 'SELECT customer, total FROM orders WHERE total > 1000'",
    "psql -c 'SELECT count(*) FROM lines;' -c 'SELECT max(total) FROM orders'",
    "psql -x -c 'SELECT * FROM orders ORDER BY id'",
    "psql -x -c 'SELECT * FROM orders WHERE id = 99'",
    "psql -t -c 'SELECT customer, total FROM orders ORDER BY id'",
    "psql -A -c 'SELECT id, customer FROM orders ORDER BY id'",
    "psql -At -c 'SELECT id, total FROM orders ORDER BY id'",
    "psql -A -F , -c 'SELECT id, total FROM orders ORDER BY id'",
    "psql --csv -c 'SELECT id, customer, note FROM orders ORDER BY id'",
    "psql -c '\\d orders'",
    "psql -c '\\d lines'",
    "psql -c '\\d big'",
    "psql -c '\\dt'",
    "psql -c '\\dt ord*'",
    "psql -c '\\d'",
    "psql -c '\\di'",
    "psql -c '\\dv'",
    "psql -c '\\ds'",
    "psql -c '\\d nothing'",
    "psql -c 'EXPLAIN (COSTS OFF) SELECT * FROM orders WHERE id = 1'",
    "psql -c 'SELECT nothing FROM orders'",
    "psql -c 'SELECT 1; SELECT 2'",
    "psql -c 'UPDATE orders SET note = note WHERE id = 1'",
    "psql -c 'INSERT INTO lines (order_id, item) SELECT 1, $$cap$$ WHERE false RETURNING id'",
    "psql -q -c 'CREATE TEMPORARY TABLE quick (a int)'",
    "psql -c 'CREATE TEMPORARY TABLE quick (a int)'",
    "psql -c 'SELECT generate_series(1, 12) AS n'",
    "psql -At -c 'SELECT customer FROM orders ORDER BY id' | head -n 2",
    "psql -c 'SELECT * FROM orders' | grep -c Ana",
    "psql <<< 'SELECT 1 AS a'",
    "psql -c 'SELECT ARRAY[1,2], now() < now(), $$a|b$$ AS \"Mixed Case\"'",
  ])("%s", async (line) => {
    expect(await ours(line)).toEqual(real(line));
  });

  test.each([
    [["SELECT 1;", "SELECT", "  2 AS two", ";"]],
    [["\\x", "SELECT * FROM orders WHERE id = 1;", "\\x off", "SELECT 1;"]],
    [["\\t", "SELECT 1;", "\\a", "SELECT 2, 3;"]],
    [
      [
        "BEGIN;",
        "UPDATE orders SET total = total + 1 WHERE id = 1;",
        "SELECT total FROM orders WHERE id = 1;",
        "ROLLBACK;",
      ],
    ],
    [["SELECT 'a;b', $$c;d$$; -- e;", "/* f; */ SELECT 2;"]],
    [["SELECT 1 AS a \\gx", "SELECT 2 \\g"]],
    [["\\echo hello you", "SELECT 1"]],
    [["SELEC 1;", "SELECT 2;"]],
    [["\\q", "SELECT 1;"]],
  ])("%j typed in", async (input) => {
    expect(await ours("psql", input)).toEqual(real("psql", input));
  });
});
