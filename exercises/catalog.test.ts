import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCatalog } from "./catalog.ts";

let folder: string;

// A catalog with one exercise, in a folder of its own beside a link to the engine that its checks import.
beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), "offset-zero-catalog-"));
  folder = join(root, "exercises");
  await symlink(join(import.meta.dirname, "../engine"), join(root, "engine"));
  await cp(join(import.meta.dirname, "cart-read-only"), join(folder, "cart-read-only"), { recursive: true });
  await cp(join(import.meta.dirname, "types.d.ts"), join(folder, "types.d.ts"));
  await writeFile(join(folder, "topics.yaml"), "course.carts: { partitions: 3, logs: [cart-read-only] }");
});

afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

test("an exercise's slice is where a producer's partitioner puts its key", async () => {
  const { exercises } = await readCatalog(folder);
  expect(exercises[0]?.slice).toEqual({
    topic: "course.carts",
    partitions: [{ partition: 0, from: 0, to: 8 }],
  });
  expect(exercises[0]?.records).toHaveLength(8);
});

test.each([
  ["id: [", "exercises/cart-read-only/exercise.yaml:1 is not YAML."],
  ["id: cart-read-only", "exercises/cart-read-only/exercise.yaml is not valid. title:"],
])("a broken exercise.yaml is named with what to fix: %s", async (yaml, says) => {
  await writeFile(join(folder, "cart-read-only", "exercise.yaml"), yaml);
  await expect(readCatalog(folder)).rejects.toThrow(says);
});

test("records of one key that are not next to each other are refused", async () => {
  const line = (key: string, id: string) =>
    JSON.stringify({
      key,
      event: { type: "A", data: {}, metadata: { id, occurredAt: "2026-01-01T00:00:00Z" } },
    });
  const log = ["cart-1", "bob", "cart-1"].map((key, i) => line(key, `e${i}`)).join("\n");
  await writeFile(join(folder, "cart-read-only", "log.ndjson"), log);
  await expect(readCatalog(folder)).rejects.toThrow("are not next to each other");
});
