import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { audit, type Category, installLighthouse } from "./lighthouse/run-lighthouse.ts";

const least = 95;
/** Performance is measured by the bench: a test asserts no time. */
const categories: Category[] = ["accessibility", "best-practices", "seo"];

// A download is none of the tests' time.
beforeAll(installLighthouse, 1_200_000);

test.each(["/", "/lessons/create-and-read-only/", "/challenges/"])(
  "Lighthouse finds %s accessible, well made and easy to find",
  async (path) => {
    const folder = await mkdtemp(join(tmpdir(), "offset-zero-lighthouse-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { scores, lost } = await audit(inject("url") + path, categories, join(folder, "report.json"));
    for (const category of categories)
      expect(scores[category], `${category}\n${lost.join("\n")}`).toBeGreaterThanOrEqual(least);
  },
);
