import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSharedPostgres } from "./shared-postgres.ts";

test.each([
  ["nobody listens at DATABASE_URL", { DATABASE_URL: "postgresql://ann@127.0.0.1:1/course" }, "ECONNREFUSED"],
  ["DATABASE_URL is no address", { DATABASE_URL: "localhost" }, "postgresql://user:password@host"],
])("the labs' tests fail with a sentence where %s", async (_, env, why) => {
  const opening = openSharedPostgres(tmpdir(), env);
  await expect(opening).rejects.toThrow("The labs' tests need PostgreSQL, and cannot have it.");
  await expect(opening).rejects.toThrow(why);
});

test("the labs' tests fail with a sentence where the folder cannot be used", async () => {
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-postgres-"));
  try {
    await writeFile(join(folder, "postgres"), "no folder");
    await expect(openSharedPostgres(folder, {})).rejects.toThrow(
      "The labs' tests need PostgreSQL, and cannot have it.",
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
