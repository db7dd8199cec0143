import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { examineInThread } from "./worker-threads.ts";

/** Long enough to read and grade the small exercise beside everything else that a machine does. */
const silence = 30_000;
let path: string;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), "offset-zero-pack-"));
  await cp(join(import.meta.dirname, "fixtures/base"), path, { recursive: true });
});
afterEach(() => rm(path, { recursive: true, force: true }));

const examined = (most = silence) =>
  examineInThread(
    {
      pack: { path, shown: "kitchen" },
      slug: "jar",
      examination: { quick: true, accept: false, endless: [] },
    },
    most,
  );

test("an exercise is examined in a thread of its own", async () => {
  expect(await examined()).toEqual({ slug: "jar", level: "course", remarks: [] });
});

test("checks that do not come to an end are stopped and named, and do not hold up the others", async () => {
  await appendFile(join(path, "jar/logs.ts"), "\nfor (;;);\n");
  const { remarks } = await examined(2_000);
  expect(remarks).toMatchObject([
    {
      file: "kitchen/jar/checks.ts",
      wrong: expect.stringContaining("it was stopped while it was read"),
      next: "Look for a loop without an end in checks.ts and what it imports.",
    },
  ]);
});

test("what is said of an answer that had to be stopped is that the code did not end", async () => {
  // The loop is in the message that one wrong answer alone is told: as if grading that answer had no end.
  const checks = join(path, "jar/checks.ts");
  const text = (await readFile(checks, "utf8")).replace("=> `Before", "=> endless() ?? `Before");
  await writeFile(checks, `${text}\nfunction endless(): never {\n  for (;;);\n}\n`);
  const { remarks } = await examined(20_000);
  expect(remarks.map(({ wrong }) => wrong).join("\n")).toContain(
    "wrong/begins-with-one.yaml should fail start, but it fails runs first: “It did not end and was stopped.”",
  );
});
