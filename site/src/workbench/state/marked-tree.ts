import { isObject, type Json } from "../../../../engine/fold/json.ts";
import { type Operation, type Patch, pathKeys } from "../../../../engine/fold/json-patch.ts";

/** What a step did to a place in the state. `inside` means that something below it changed. */
export type Mark = "same" | "inside" | "added" | "removed" | "changed";

/** One place of the state before and after a step. */
export interface TreeNode {
  /** Key in an object, index in an array; empty at the root. A removed item keeps the index it had. */
  key: string;
  mark: Mark;
  /** The value after the step; for a removed node the value it had. */
  value: Json;
  /** The value before, of a changed node only. */
  before?: Json;
  /** Null for a value that has no parts. */
  children: TreeNode[] | null;
}

/** The state before a step with the step's patch drawn into it: what is new, what is gone, what became what. */
export function markedTree(before: Json, patch: Patch): TreeNode {
  const root = build("", before, "same");
  for (const operation of patch) draw(root, pathKeys(operation.path), operation);
  return root;
}

function build(key: string, value: Json, mark: Mark): TreeNode {
  const entries = Array.isArray(value)
    ? value.map((v, i) => [String(i), v] as const)
    : Object.entries(value ?? {});
  const isBranch = Array.isArray(value) || isObject(value);
  return { key, mark, value, children: isBranch ? entries.map(([k, v]) => build(k, v as Json, mark)) : null };
}

function draw(node: TreeNode, keys: string[], operation: Operation): void {
  const [key, ...rest] = keys;
  if (key === undefined) return void replace(node, operation);
  if (node.mark === "same") node.mark = "inside";
  const child = present(node).find((c) => c.key === key);
  if (rest.length > 0) {
    if (child) draw(child, rest, operation);
  } else if (operation.op === "add") {
    insert(node, key, operation.value);
  } else if (operation.op === "remove") {
    if (child) markRemoved(node, child);
  } else if (child) {
    replace(child, operation);
  }
}

/** Nodes that are still there; a removed one stays in the drawing but no path leads to it. */
const present = (node: TreeNode) => (node.children ?? []).filter((c) => c.mark !== "removed");

/** How many parts a place has after the step: a removed part is drawn and not counted. For a removed place, how many it had. */
export function countParts(node: TreeNode): number {
  return node.mark === "removed" ? (node.children ?? []).length : present(node).length;
}

function replace(node: TreeNode, operation: Operation): void {
  if (operation.op === "remove") {
    markAll(node, "removed");
    return;
  }
  const built = build(node.key, operation.value, node.mark === "added" ? "added" : "same");
  if (node.mark !== "added") {
    node.before = node.mark === "changed" ? (node.before as Json) : node.value;
    node.mark = "changed";
  }
  node.value = operation.value;
  node.children = built.children;
}

function insert(node: TreeNode, key: string, value: Json): void {
  const children = node.children ?? [];
  const added = build(key, value, "added");
  node.children = children;
  if (!Array.isArray(node.value)) return void children.push(added);
  const at = key === "-" ? present(node).length : Number(key);
  const next = present(node)[at];
  children.splice(next ? children.indexOf(next) : children.length, 0, added);
  number(node);
}

function markRemoved(node: TreeNode, child: TreeNode): void {
  // What was added and taken out by the same patch was never there.
  if (child.mark === "added") node.children = (node.children ?? []).filter((c) => c !== child);
  else markAll(child, "removed");
  if (Array.isArray(node.value)) number(node);
}

function markAll(node: TreeNode, mark: Mark): void {
  node.mark = mark;
  for (const child of node.children ?? []) markAll(child, mark);
}

/** Items of an array answer to the index they have now. */
function number(node: TreeNode): void {
  present(node).forEach((child, i) => {
    child.key = String(i);
  });
}
