import type { AnyNode } from "acorn";

/**
 * The index in the source of its first `import()`; undefined where it has none. The engine would put one off with a
 * promise and never do it. The parser is loaded only for a source that may have one.
 */
export async function indexOfDynamicImport(source: string): Promise<number | undefined> {
  if (!/\bimport\s*[(/]/.test(source)) return undefined;
  const [{ parseSource: parsed }, { childrenOf }] = await Promise.all([
    import("../syntax/parse-source.ts"),
    import("../syntax/walk-nodes.ts"),
  ]);
  let first: number | undefined;
  // A list and no recursion: a learner's source may nest deeper than the stack is.
  const waiting: AnyNode[] = [parsed(source)?.program].filter((program) => program !== undefined);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === "ImportExpression" && node.start < (first ?? Infinity)) first = node.start;
    for (const child of childrenOf(node)) waiting.push(child);
  }
  return first;
}
