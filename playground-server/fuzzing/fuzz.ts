import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { test } from "vitest";

/** Something that takes in whatever comes from outside, and what must hold for all of it. */
export interface Target<Case> {
  /** Also the folder of its corpus. */
  name: string;
  cases: fc.Arbitrary<Case>;
  /** How many random cases a plain test run tries. */
  runs: number;
  /** Throws where something does not hold. */
  holds(one: Case): Promise<void> | void;
}

const corpus = join(import.meta.dirname, "corpus");
/** Far more than a run takes, in ms: a busy machine is no failure. */
const testTimeout = 300_000;

/**
 * First every case of the target's corpus, then random ones. `FUZZ_RUNS` says how many, and lets a new failure go into
 * the corpus by itself; without it the failure says where to put it. A case is a file of JSON whose name says what it is.
 */
export function fuzz<Case>({ name, cases, runs, holds }: Target<Case>): void {
  const folder = join(corpus, name.replaceAll(" ", "-"));
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder).toSorted()) {
    test(
      `${name}: ${file.replace(/\.txt$/, "").replaceAll("-", " ")}`,
      async () => holds(JSON.parse(readFileSync(join(folder, file), "utf8")) as Case),
      testTimeout,
    );
  }

  const asked = Number(process.env.FUZZ_RUNS ?? 0);
  test(
    `${name}: whatever comes`,
    async () => {
      const property = fc.asyncProperty(cases, async (one) => {
        await holds(one);
      });
      const found = await fc.check(property, { numRuns: asked || runs, endOnFailure: false });
      if (!found.failed) return;
      const text = `${JSON.stringify(found.counterexample?.[0])}\n`;
      const file = join(folder, `new-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.txt`);
      if (asked > 0) writeFileSync(file, text);
      const next = asked > 0 ? "It is saved as" : "To keep it, save it as";
      const cause = found.errorInstance;
      throw new Error(`${cause}\nThe smallest case (seed ${found.seed}):\n${text}${next} ${file}`, { cause });
    },
    asked > 0 ? 24 * 60 * testTimeout : testTimeout,
  );
}
