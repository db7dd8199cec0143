import { expect, test } from "vitest";
import { words } from "../lessons/glossary.ts";
import { correctSpelling } from "./correct-spelling.ts";

const nowhere = async () => false;
const everywhere = async () => true;

test.each([
  ["ofset", "offset"],
  ["offest", "offset"],
  ["tombston", null],
  ["tombstome", "tombstone"],
  ["snapshott", "snapshot"],
  ["idempotant", "idempotent"],
  ["consumr group", "consumer group"],
  ["Ofset", "offset"],
])("%s is searched as %s", async (asked, corrected) => {
  expect(await correctSpelling(asked, words, nowhere)).toBe(corrected);
});

test("a word that some page has is left as it is, however near it is to a word of the course", async () => {
  expect(await correctSpelling("ofset", words, everywhere)).toBe(null);
});

test("a short word, the beginning of a word and a word like none of the course's are left as they are", async () => {
  for (const asked of ["lug", "offs", "zzyzx", "t-shirt", ""])
    expect(await correctSpelling(asked, words, nowhere)).toBe(null);
});
