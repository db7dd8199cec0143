import { atom, computed } from "nanostores";
import { expect, test, vi } from "vitest";
import { onChange } from "./on-change.ts";

test("it is called now and after each change, once for stores that change together", () => {
  const $one = atom(1);
  const $double = computed($one, (one) => one * 2);
  const run = vi.fn();
  onChange([$one, $double], (one, double) => run(one, double));
  $one.set(2);
  expect(run.mock.calls).toEqual([
    [1, 2],
    [2, 4],
  ]);
});

test("what it returns is called before the next time and at the end, and never again", () => {
  const $one = atom(1);
  const values: string[] = [];
  const stop = onChange([$one], (one) => {
    values.push(`begin ${one}`);
    return () => values.push(`end ${one}`);
  });
  $one.set(2);
  stop();
  $one.set(3);
  expect(values).toEqual(["begin 1", "end 1", "begin 2", "end 2"]);
});
