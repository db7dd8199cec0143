import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandLineOf, isAlive } from "../processes/process-by-pid.ts";
import { StartFailure } from "../start-failure.ts";
import { findPrograms } from "./find-programs.ts";
import { openPostgres } from "./open-postgres.ts";
import type { PostgresService } from "./postgres-service.ts";

let dataDir: string;
let running: PostgresService | null = null;
const lines: string[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-postgres-"));
  lines.length = 0;
});

afterEach(async () => {
  await running?.stop();
  running = null;
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<PostgresService> {
  running = await openPostgres({ dataDir, log: (line) => lines.push(line), env: process.env });
  return running;
}

async function query(text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: running?.url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const pidFile = () => join(dataDir, "data", "postmaster.pid");
const pidOfServer = async () => Number((await readFile(pidFile(), "utf8")).split("\n")[0]);

test("a killed server says so, and the next start has everything that was committed", async () => {
  const { died } = await start();
  await query("CREATE TABLE kept (n integer)");
  await query("INSERT INTO kept VALUES (1)");
  process.kill(await pidOfServer(), "SIGKILL");
  expect(await died).toContain("PostgreSQL ended by itself");
  await start();
  expect(await query("TABLE kept")).toEqual([{ n: 1 }]);
});

test("a process file that is damaged, or that names another program, does not stop a start", async () => {
  await start();
  await running?.stop();
  await writeFile(pidFile(), "\0\0\0");
  await start();
  expect(lines).toContainEqual(expect.stringContaining("is damaged and was removed"));
  await running?.stop();
  await writeFile(pidFile(), `${process.pid}\n${join(dataDir, "data")}\n1\n5432\n`);
  await start();
  expect(await query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a second server on the same folder is refused, and no process is left after a stop", async () => {
  await start();
  const pid = await pidOfServer();
  await writeFile(join(dataDir, "owner.json"), JSON.stringify(await ownerOf(process.ppid)));
  await expect(openPostgres({ dataDir, log: () => {}, env: process.env })).rejects.toThrow(
    "already runs a database on",
  );
  await running?.stop();
  expect(isAlive(pid)).toBe(false);
});

test("a folder of another version, or of something else, is named and left alone", async () => {
  await start();
  await running?.stop();
  const version = join(dataDir, "data", "PG_VERSION");
  await writeFile(version, "17\n");
  await expect(start()).rejects.toThrow("was made by PostgreSQL 17, and this is PostgreSQL 18");
  await rm(version);
  await expect(start()).rejects.toThrow("is no PostgreSQL data folder");
});

test("a control file that is damaged ends in a sentence that names the log", async () => {
  await start();
  await running?.stop();
  running = null;
  await appendFile(join(dataDir, "data", "postgresql.conf"), "\nnot a setting\n");
  const failure = await start().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartFailure);
  expect((failure as StartFailure).message).toContain("its log is");
});

test("where no package fits, the sentence says what to do", async () => {
  await expect(findPrograms("sunos-x64")).rejects.toThrow(
    "Name a PostgreSQL server of your own with DATABASE_URL.",
  );
});

test("DATABASE_URL is used as it is, and its sentence holds no password", async () => {
  const env = { DATABASE_URL: "postgresql://ann:secret@db.example:5433/course" };
  const service = await openPostgres({ dataDir, log: () => {}, env });
  expect(service).toMatchObject({
    kind: "external",
    sentence: "The database is the PostgreSQL at db.example:5433.",
  });
  await expect(openPostgres({ dataDir, log: () => {}, env: { DATABASE_URL: "localhost" } })).rejects.toThrow(
    "DATABASE_URL is no address of a PostgreSQL server",
  );
});

/** The owner of a lock, as a live process of another program has it. */
async function ownerOf(pid: number): Promise<object> {
  return { pid, commandLine: await commandLineOf(pid), note: "postgres" };
}
