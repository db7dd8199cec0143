import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reasonToBuild } from "./site-build.ts";
import { builtSite, markSiteStale, readSiteStamp, siteDistOf, siteTargetOf } from "./site-stamp.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-site-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stamp = (parts: object) => writeFile(join(folder, "build.json"), JSON.stringify(parts));
const built = { basePath: "/", language: "en", begun: 2_000 };

test("a build for another path or language is built again, and the terminal says why", () => {
  const wanted = siteTargetOf({});
  expect(reasonToBuild(built, wanted, 1_000)).toBeNull();
  expect(reasonToBuild({ ...built, basePath: "/courses" }, wanted, 1_000)).toBe(
    "The built site was built for the path /courses, and this start serves it at /. Building it again.",
  );
  expect(reasonToBuild({ ...built, language: "de" }, wanted, 1_000)).toMatch(
    /is in the language de, .+ asks for en\./,
  );
});

test("a build that is missing, unfinished, or begun before the last change of its sources is made again", async () => {
  const wanted = siteTargetOf({});
  expect(reasonToBuild(null, wanted, 1_000)).toBe("Building the site.");
  expect(reasonToBuild(built, wanted, 2_001)).toBe("Building the site.");
  await stamp(built);
  await markSiteStale(folder);
  expect(reasonToBuild(await readSiteStamp(folder), wanted, 1)).toBe("Building the site.");
});

test("a site that must not be built is served where it fits, and refused with one sentence where it does not", async () => {
  await stamp(built);
  expect(await builtSite({}, folder)).toBe(folder);
  await stamp({ ...built, basePath: "/courses/" });
  expect(await builtSite({ BASE_PATH: "courses" }, folder)).toBe(folder);
  await expect(builtSite({}, folder)).rejects.toMatchObject({
    code: "site-mismatch",
    message: expect.stringContaining(
      `The site in ${folder} was built for the path /courses, and this start serves it at /. Leave --no-build out`,
    ),
  });
});

test("a folder whose build did not finish is refused, and a missing one means no pages", async () => {
  await expect(builtSite({}, folder)).rejects.toThrow("is not a finished build");
  expect(await builtSite({}, join(folder, "nowhere"))).toBeNull();
  await mkdir(join(folder, "half"));
  await writeFile(join(folder, "half", "build.json"), "{");
  await expect(builtSite({}, join(folder, "half"))).rejects.toThrow("is not a finished build");
});

test("each language has a folder of its own", () => {
  const folders = ["en", "de"].map((code) => siteDistOf(siteTargetOf({ OFFSET_ZERO_LANGUAGE: code })));
  expect(new Set(folders).size).toBe(2);
  expect(() => siteTargetOf({ OFFSET_ZERO_LANGUAGE: "../en" })).toThrow("is no language's code");
});
