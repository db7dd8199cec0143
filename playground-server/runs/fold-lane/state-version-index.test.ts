import { expect, test } from "vitest";
import { StateVersionIndex } from "./state-version-index.ts";

test("where frames become one, the last version of a state stays and the others are forgotten", () => {
  const versions = new StateVersionIndex();
  const [one, other] = [versions.addState(), versions.addState()];
  for (let frame = 0; frame < 4; frame++) versions.add(one, frame, { at: frame * 10, bytes: 5 });
  versions.add(other, 1, { at: 15, bytes: 2 });
  versions.renumber((frame) => frame >> 1);
  expect(versions.count).toBe(3);
  expect([0, 1].map((frame) => versions.find(one, frame)?.at)).toEqual([10, 30]);
  expect(versions.find(other, 0)).toEqual({ at: 15, bytes: 2 });
});

test("versions come in the order of the file, and are found where they were moved to", () => {
  const versions = new StateVersionIndex();
  const [one, other] = [versions.addState(), versions.addState()];
  versions.add(one, 0, { at: 20, bytes: 5 });
  versions.add(other, 0, { at: 10, bytes: 3 });
  let next = 0;
  const before: number[] = [];
  for (const { at, bytes, move } of versions.inFileOrder()) {
    before.push(at);
    move(next);
    next += bytes;
  }
  expect(before).toEqual([10, 20]);
  expect([versions.find(other, 0)?.at, versions.find(one, 0)?.at]).toEqual([0, 3]);
});
