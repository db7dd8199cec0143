import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postgresLimits } from "../postgres/limits.ts";
import { learner, openTestDatabases, type TestDatabases } from "../postgres/testing/test-databases.ts";
import { openSqlTerminal, type SqlResult, type SqlTerminal } from "./run-sql.ts";
import { refusedStatements } from "./testing/hostile-statements.ts";

let server: TestDatabases;
/** Mallory tries; Alice has a table with a secret. */
let mallory: SqlTerminal;
let alice: SqlTerminal;
const never = new AbortController().signal;
const run = (who: SqlTerminal, text: string): Promise<SqlResult> =>
  who.run(text, { rows: 20, signal: never });
const names = { mallory: learner("b"), alice: learner("a") };

beforeAll(async () => {
  server = await openTestDatabases();
  mallory = openSqlTerminal(await server.databases.of(names.mallory));
  alice = openSqlTerminal(await server.databases.of(names.alice));
  await run(alice, "CREATE TABLE alices_secret (text text)");
  await run(alice, "INSERT INTO alices_secret VALUES ('swordfish')");
  await run(mallory, "CREATE TABLE t (a text)");
});

afterAll(async () => {
  await mallory?.close();
  await alice?.close();
  await server?.close(Object.values(names));
});

test.each(refusedStatements)("%s is refused", async (_what, sql, refusal) => {
  const { failure, rows, stopped } = await run(mallory, sql);
  expect(failure?.message ?? stopped?.message).toMatch(refusal);
  expect(failure?.message.length ?? 0).toBeLessThanOrEqual(postgresLimits.messageCharacters + 1);
  expect(rows).toEqual([]);
  // The server and the others are as before.
  expect((await run(alice, "TABLE alices_secret")).rows).toEqual([["swordfish"]]);
  expect((await run(mallory, "SELECT 1")).rows).toEqual([["1"]]);
});

test("a prepared transaction, which would hold its locks for ever, is refused", async () => {
  await run(mallory, "BEGIN");
  const { failure } = await run(mallory, "PREPARE TRANSACTION 'held'");
  expect(failure?.message).toContain("prepared transactions are disabled");
  await run(mallory, "ROLLBACK");
});

test("no file was written outside", () => {
  expect(existsSync("/tmp/offset-zero-out")).toBe(false);
});

/** What would show that Alice exists, what she has, or what she does. */
const looks: [string, string][] = [
  ["her table by its name", "TABLE alices_secret"],
  ["her table in the catalog", "SELECT * FROM pg_class WHERE relname LIKE 'alice%'"],
  [
    "her table in the information schema",
    "SELECT * FROM information_schema.tables WHERE table_name LIKE 'alice%'",
  ],
  ["her columns", "SELECT * FROM pg_attribute WHERE attrelid::regclass::text LIKE 'alice%'"],
  ["the table of another database", `SELECT * FROM ${names.alice.role}.public.alices_secret`],
  ["databases", "SELECT datname FROM pg_database"],
  ["roles", "SELECT rolname FROM pg_roles"],
  ["users", "SELECT usename FROM pg_user"],
  ["memberships", "SELECT * FROM pg_auth_members"],
  ["settings of roles", "SELECT * FROM pg_db_role_setting"],
  ["sessions and their statements", "SELECT * FROM pg_stat_activity"],
  ["sessions by the function", "SELECT pg_stat_get_activity(NULL)"],
  ["one session's statement", "SELECT pg_stat_get_backend_activity(1)"],
  ["statistics of databases", "SELECT * FROM pg_stat_database"],
  ["locks", "SELECT * FROM pg_locks"],
  ["prepared transactions", "SELECT * FROM pg_prepared_xacts"],
  ["replication slots", "SELECT * FROM pg_replication_slots"],
  ["what depends on roles", "SELECT * FROM pg_shdepend"],
  ["the size of her database", `SELECT pg_database_size('${names.alice.role}')`],
  [
    "rights of her role in information_schema",
    "SELECT * FROM information_schema.applicable_roles WHERE role_name LIKE 'learner_aaa%'",
  ],
  ["schemata", "SELECT * FROM information_schema.schemata WHERE schema_owner LIKE 'learner_aaa%'"],
];

test.each(looks)("another learner does not see %s", async (_what, sql) => {
  const { rows, failure } = await run(mallory, sql);
  expect(rows).toEqual([]);
  if (failure) expect(failure.message).toMatch(/permission denied|does not exist|not implemented/);
  expect(JSON.stringify([rows, failure])).not.toContain("swordfish");
});

test("a notification reaches nobody in another database", async () => {
  await run(alice, "LISTEN news");
  await run(mallory, "NOTIFY news, 'spam'");
  const { notices, failure } = await run(alice, "SELECT 1");
  expect([notices, failure]).toEqual([[], null]);
});

test("one learner cannot end another's session, and can end an own one", async () => {
  const [row] = (await run(alice, "SELECT pg_backend_pid()")).rows;
  const { failure } = await run(mallory, `SELECT pg_terminate_backend(${row?.[0]})`);
  expect(failure?.message).toMatch(/permission denied/);
  const ended = await run(mallory, "SELECT pg_terminate_backend(pg_backend_pid())");
  expect(ended.failure?.code ?? ended.stopped?.sentences[0]?.code).toMatch(/57P01|session-connection-lost/);
  expect((await run(mallory, "SELECT 1")).rows).toEqual([["1"]]);
});

test("a learner's own timeouts do not replace ours", async () => {
  await run(mallory, "SET statement_timeout = 0");
  const { failure, stopped } = await run(mallory, "SELECT pg_sleep(3600)");
  expect(failure?.code).toBe("57014");
  expect(stopped?.message).toContain(`The statement ran for ${postgresLimits.runSeconds} s`);
});

test("what a learner changes about the own role does not keep the learner out", async () => {
  await run(mallory, "ALTER ROLE CURRENT_USER PASSWORD 'changed'");
  await run(mallory, "ALTER ROLE CURRENT_USER SET default_transaction_read_only = on");
  const again = openSqlTerminal(await server.databases.of(names.mallory));
  expect((await run(again, "CREATE TABLE again (a int)")).tag).toBe("CREATE TABLE");
  await again.close();
});

test("an answer of many rows is cut, and one of many bytes ends the connection with a sentence", async () => {
  const many = await run(mallory, "SELECT generate_series(1, 1000000000)");
  expect(many.rows).toHaveLength(20);
  expect(many.more).toBe(true);
  const large = await run(mallory, "SELECT repeat('x', 20000000)");
  expect(large.stopped?.message).toContain("The answer was larger than 4 MB");
  expect((await run(mallory, "SELECT 1")).rows).toEqual([["1"]]);
});

test("no more connections than allowed", async () => {
  const database = await server.databases.of(names.mallory);
  const all = Array.from({ length: postgresLimits.connections + 1 }, () => openSqlTerminal(database));
  const answers = await Promise.allSettled(all.map((terminal) => run(terminal, "SELECT 1")));
  expect(answers.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
  await Promise.all(all.map((terminal) => terminal.close()));
});

/** Small enough to be done within seconds on a slow machine; rows that PostgreSQL does not compress. */
const insertMegabytes = (table: string) =>
  `INSERT INTO ${table} SELECT repeat(g::text, 150) FROM generate_series(10000, 15000) g`;

test("a database that is full takes nothing more until something is dropped", async () => {
  await run(mallory, "CREATE TABLE full_table (text text)");
  let inserts = 0;
  let last: SqlResult;
  do last = await run(mallory, insertMegabytes("full_table"));
  while (last.failure === null && ++inserts < 100);
  expect(last.stopped?.sentences[0]?.code).toBe("database-full");
  // The last one may have been stopped in its middle: this one does not begin.
  expect((await run(mallory, insertMegabytes("full_table"))).failure?.code).toBe("53100");
  expect(inserts).toBeGreaterThan(5);
  // However long it takes: what takes no room is not stopped.
  expect((await run(mallory, "SELECT count(*), pg_sleep(1) FROM full_table")).failure).toBeNull();
  const slowDelete = "DELETE FROM full_table USING (SELECT pg_sleep(1)) AS slow WHERE text = ''";
  expect((await run(mallory, slowDelete)).tag).toBe("DELETE 0");
  const into = `SELECT repeat(g::text, 300) INTO more FROM generate_series(10000, 14000) AS g
                 WHERE pg_sleep(0.001) IS NOT NULL`;
  expect((await run(mallory, into)).stopped?.sentences[0]?.code).toBe("database-full");
  expect((await run(mallory, "DROP TABLE full_table")).tag).toBe("DROP TABLE");
  await run(mallory, "CREATE TABLE full_table (text text)");
  expect((await run(mallory, insertMegabytes("full_table"))).failure).toBeNull();
});
