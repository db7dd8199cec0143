import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { newSession } from "../testing/new-session.ts";
import { waitForCondition } from "../testing/test-playground.ts";
import { TestTerminal } from "../testing/test-terminal.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { refusedByPsql } from "./testing/refused-lines.ts";

let clients: TestClient[];
let terminal: TestTerminal;
let theirs: TestTerminal;
beforeAll(async () => {
  const server = inject("labServer");
  const open = async () => TestClient.open(server, await newSession(server));
  clients = await Promise.all([open(), open()]);
  [terminal, theirs] = clients.map((client) => new TestTerminal(client)) as [TestTerminal, TestTerminal];
});
afterAll(() => {
  for (const client of clients) client.close();
});

test("a learner works with a database of their own, over pipes too, and nobody else sees it", async () => {
  await terminal.run("psql -c 'CREATE TABLE carts (id int, items int)'");
  expect(await terminal.run("psql -c 'INSERT INTO carts VALUES (1, 2), (2, 3)'")).toEqual(["INSERT 0 2"]);
  expect(await terminal.run("psql --csv -c 'SELECT * FROM carts' | tail -n 1")).toEqual(["2,3"]);
  expect(
    await terminal.run("psql -At -c 'SELECT json_agg(carts) FROM carts' | jq -c 'map(.items) | add'"),
  ).toEqual(["5"]);
  expect(await theirs.run("psql -c 'SELECT * FROM carts'")).toEqual([
    'ERROR:  relation "carts" does not exist',
    "LINE 1: SELECT * FROM carts",
    "                      ^",
  ]);
  expect((await theirs.run("psql -c '\\dt'")).join()).toContain("Did not find any relations.");
});

test("what is typed into psql is run as it comes, and a transaction stays open", async () => {
  const id = terminal.begin("psql");
  await terminal.reads(id);
  terminal.type(id, ["BEGIN;", "UPDATE carts", "SET items = 9;", "SELECT sum(items) FROM carts;"]);
  terminal.type(id, ["ROLLBACK;", "SELECT sum(items) AS after FROM carts;", "\\q"]);
  const lines = await terminal.finish(id);
  expect(lines.filter((line) => /^[A-Z]+( \d)?$| +\d+$/.test(line))).toEqual([
    "BEGIN",
    "UPDATE 2",
    "  18",
    "ROLLBACK",
    "     5",
  ]);
});

test("Ctrl-C ends a statement that takes long", async () => {
  const locking = "SELECT id FROM carts FOR UPDATE";
  const id = terminal.begin(`psql -c 'SELECT pg_sleep(60) FROM (${locking}) AS locked'`);
  const free = `psql -At -c 'SELECT count(*) FROM (${locking} SKIP LOCKED) AS free'`;
  await waitForCondition(async () => (await terminal.run(free)).join() === "1", "the statement");
  clients[0]?.send({ kind: "cancel", id });
  expect(await terminal.finish(id)).toContain("ERROR:  canceling statement due to user request");
  expect(await terminal.run(free)).toEqual(["2"]);
});

test("a browser that opens its first page has a database, with the cookie that the page's first question brings", async () => {
  const server = inject("labServer");
  const about = await fetch(`${server}/api/about`, { headers: { "sec-fetch-site": "same-origin" } });
  await about.body?.cancel();
  const [cookie = ""] = (about.headers.get("set-cookie") ?? "").split(";");
  const page = await TestClient.open(server, { cookie, origin: server });
  expect(await new TestTerminal(page).run("psql -At -c 'SELECT 1'")).toEqual(["1"]);
  page.close();
});

test.each(refusedByPsql)("%s", async (line, sentence) => {
  const output = (await terminal.run(line)).join("\n");
  expect(output).toContain(sentence);
  expect(output).not.toMatch(/root:|uid=/);
});
