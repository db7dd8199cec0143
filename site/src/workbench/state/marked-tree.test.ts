import { expect, test } from "vitest";
import type { Json } from "../../../../engine/fold/json.ts";
import { diff } from "../../../../engine/fold/json-patch.ts";
import { countParts, markedTree, type TreeNode } from "./marked-tree.ts";

/** The tree as lines: "lines/pants changed 2 → 1". */
function lines(node: TreeNode, path = ""): string[] {
  const here = node.key === "" ? path : `${path}/${node.key}`;
  const own =
    node.mark === "same" || node.mark === "inside"
      ? []
      : [
          `${here} ${node.mark}${node.mark === "changed" ? ` ${JSON.stringify(node.before)} → ${JSON.stringify(node.value)}` : ""}`,
        ];
  return [...own, ...(node.children ?? []).flatMap((c) => lines(c, here))];
}
const marks = (before: Json, after: Json) => lines(markedTree(before, diff(before, after)));

test("a changed value shows what it was", () => {
  expect(marks({ lines: { pants: 2, hat: 1 } }, { lines: { pants: 1, hat: 1 } })).toEqual([
    "/lines/pants changed 2 → 1",
  ]);
});

test("what is gone stays in the drawing, marked", () => {
  expect(marks({ lines: { pants: 1, hat: 1 } }, { lines: { hat: 1 } })).toEqual(["/lines/pants removed"]);
});

test("what is gone is drawn and not counted: a chess move leaves 32 pieces", () => {
  const squares = Object.fromEntries(Array.from({ length: 32 }, (_, square) => [`s${square}`, "P"]));
  const { s0: moved = "", ...others } = squares;
  const { children } = markedTree({ squares }, diff({ squares }, { squares: { ...others, s40: moved } }));
  const [node] = children ?? [];
  expect(node?.children).toHaveLength(33);
  expect(node && countParts(node)).toBe(32);
});

test("a place that is gone says how many parts it had", () => {
  const [lines] =
    markedTree({ lines: { hat: 1, pants: 2 } }, [{ op: "remove", path: "/lines" }]).children ?? [];
  expect(lines && countParts(lines)).toBe(2);
});

test("everything inside something new is new", () => {
  expect(marks({}, { e1: { qty: 2 } })).toEqual(["/e1 added", "/e1/qty added"]);
});

test("an item put in at the front of a list moves the others without marking them", () => {
  const tree = markedTree(["b", "c"], diff(["b", "c"], ["a", "b", "c"]));
  expect(tree.children?.map((c) => [c.key, c.value, c.mark])).toEqual([
    ["0", "a", "added"],
    ["1", "b", "same"],
    ["2", "c", "same"],
  ]);
});

test("after an item is taken out a later path finds its neighbour", () => {
  expect(marks([1, 2, 3, 4], [1, 4])).toEqual(["/1 removed", "/2 removed"]);
});

test("a whole state replaced is one change", () => {
  expect(marks(1, { a: 1 })).toEqual(['/ changed 1 → {"a":1}'.replace("/ ", " ")]);
});

test("the branch above a change says that something inside changed", () => {
  const tree = markedTree(
    { lines: { hat: 1 }, other: 1 },
    diff({ lines: { hat: 1 }, other: 1 }, { lines: { hat: 2 }, other: 1 }),
  );
  expect(tree.mark).toBe("inside");
  expect(tree.children?.map((c) => c.mark)).toEqual(["inside", "same"]);
});
