import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ServerLog } from "./server-log.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-server-log-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the log keeps within its bounds however much is written, and its newest lines are whole", async () => {
  const most = 10_000;
  const file = join(folder, "server.log");
  const log = new ServerLog(file, most);
  const logger = pino({}, log);
  for (let n = 0; n < 2_000; n++) logger.info({ n }, "a line");
  log.close();
  expect((await readdir(folder)).toSorted()).toEqual(["server.log", "server.log.before"]);
  for (const name of await readdir(folder))
    expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(most);
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ n: 1_999 });
});

test("the log of the start before is kept", async () => {
  const file = join(folder, "kept.log");
  for (const word of ["first", "second"]) {
    const log = new ServerLog(file);
    pino({}, log).info(word);
    log.close();
  }
  expect(await readFile(`${file}.before`, "utf8")).toContain("first");
  expect(await readFile(file, "utf8")).toContain("second");
});
