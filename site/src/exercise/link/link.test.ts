import * as fc from "fast-check";
import { expect, test } from "vitest";
import { broken } from "../../../../language/english/shared-link-errors.ts";
import { fragmentOf, isShared, linkTo } from "./link-fragment.ts";
import { packed } from "./pack-text.ts";
import { readFile, readFragment } from "./read-link.ts";
import { fileOf } from "./share-file.ts";
import type { Shared } from "./shared-link-types.ts";

const text = fc.string({ unit: "grapheme" });
const record = fc.record({
  position: fc.record({ topic: text, partition: fc.nat(), offset: fc.maxSafeNat() }),
  timestamp: fc.integer(),
  key: fc.option(text),
  headers: fc.dictionary(text, text),
  value: fc.option(text),
});
const slice = fc.record({
  topic: text,
  partitions: fc.array(fc.record({ partition: fc.nat(), from: fc.maxSafeNat(), to: fc.maxSafeNat() })),
});
const log = fc.oneof(
  fc.record({ kind: fc.constant("given" as const), name: text, records: fc.array(record) }),
  fc.record({ kind: fc.constant("data-set" as const), topic: text }),
  fc.record({ kind: fc.constant("topic" as const), slice }),
);
const playground = fc.record({
  log,
  entry: fc.record(
    { kind: fc.constantFrom("reducer" as const, "projector" as const, "call" as const), name: text },
    { requiredKeys: ["kind"] },
  ),
  scope: fc.constantFrom("all" as const, "by-key" as const),
  view: fc.constantFrom("none" as const, "cart" as const, "fitting" as const),
});
const shared: fc.Arbitrary<Shared> = fc.record(
  { exercise: text, code: text, step: fc.integer({ min: -1 }), playground },
  { requiredKeys: [] },
);
/** As JSON sees it: no prototype, no undefined. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

test("a link gives back what was put into it, and so does a file", async () => {
  await fc.assert(
    fc.asyncProperty(shared, async (given) => {
      const link = await linkTo("https://example.test/playground/#to-log", given);
      const { hash } = new URL(link);
      expect(isShared(hash)).toBe(true);
      expect(await readFragment(hash)).toEqual({ kind: "shared", shared: plain(given) });
      expect(readFile(fileOf(given))).toEqual({ kind: "shared", shared: plain(given) });
    }),
    { numRuns: 60 },
  );
});

test("a link that was cut or changed says so, whatever is left of it", async () => {
  await fc.assert(
    fc.asyncProperty(shared, fc.nat(), fc.string(), async (given, at, other) => {
      const whole = await fragmentOf(given);
      const cut = whole.slice(0, at % whole.length);
      for (const fragment of [`${cut}${other}`, `#${cut}`, other]) {
        const read = await readFragment(fragment);
        expect(["shared", "broken"]).toContain(read.kind);
        if (read.kind === "broken") expect(read.why).toMatch(/\.$/);
      }
    }),
    { numRuns: 60 },
  );
});

test("a cut link is a broken one", async () => {
  const whole = await fragmentOf({ code: "export function evolve() { return 1; }", step: 3 });
  for (let length = 0; length < whole.length; length++) {
    expect((await readFragment(whole.slice(0, length))).kind).toBe("broken");
  }
});

test("a small link that unfolds to very much is not opened", async () => {
  const bomb = await packed(" ".repeat(60_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  expect(await readFragment(`share=1.${bomb}`)).toEqual({ kind: "broken", why: broken.unfolds });
});

test("a very long link is not even unpacked", async () => {
  expect(await readFragment(`share=1.${"A".repeat(200_000)}`)).toEqual({
    kind: "broken",
    why: broken.tooLong,
  });
});

test("a link of a later version says which of the two is the older", async () => {
  expect(await readFragment("share=2.AAAA")).toEqual({ kind: "broken", why: broken.newer });
});

test("whatever a link unpacks to, nothing is thrown and nothing unknown gets through", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const read = await readFragment(`share=1.${await packed(JSON.stringify(value))}`);
      if (read.kind === "broken") return;
      const known = ["exercise", "code", "step", "playground"];
      expect(known).toEqual(expect.arrayContaining(Object.keys(read.shared)));
    }),
    { numRuns: 100 },
  );
});

test.each([
  [{ code: 7 }, "code"],
  [{ step: 1.5 }, "step"],
  [{ exercise: null }, "exercise"],
  [
    {
      playground: {
        log: { kind: "given", name: "", records: [{}] },
        entry: { kind: "reducer" },
        scope: "all",
      },
    },
    "record 1",
  ],
  [{ playground: { log: { kind: "web" }, entry: { kind: "reducer" }, scope: "all" } }, "log"],
  [
    { playground: { log: { kind: "data-set", topic: "a" }, entry: { kind: "shell" }, scope: "all" } },
    "kind of code",
  ],
])("what is wrong with %j is named", async (value, where) => {
  const read = await readFragment(`share=1.${await packed(JSON.stringify(value))}`);
  expect(read).toEqual({ kind: "broken", why: broken.shape(where) });
});

test("another JSON file is no file of ours", () => {
  for (const text of ["", "null", "[]", '{"type":"A","data":1}', "no"])
    expect(readFile(text)).toEqual({ kind: "broken", why: broken.noFile });
});
