import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/** A YAML file that knows the lines on which its values stand. */
export interface YamlText {
  content: Record<string, unknown>;
  /** The first thing that keeps it from being read. */
  broken?: { line: number; message: string };
  /** The line of the value at this path, or of the nearest value around it that the file has; 1 for the whole. */
  lineOf(path: PropertyKey[]): number;
}

export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  return {
    content: (error ? null : (document.toJS() as Record<string, unknown> | null)) ?? {},
    ...(error && { broken: { line: lineAt(error.pos[0]), message: error.message } }),
    lineOf(path) {
      let node: unknown = document.contents;
      let line = 1;
      for (const key of path) {
        if (isMap(node)) {
          const pair = node.items.find(({ key: each }) => isScalar(each) && each.value === key);
          if (!pair || !isScalar(pair.key)) return line;
          line = lineAt(pair.key.range?.[0]);
          node = pair.value;
        } else if (isSeq(node)) {
          node = node.items[Number(key)];
          if (!isScalar(node) && !isMap(node) && !isSeq(node)) return line;
          line = lineAt(node.range?.[0]);
        } else return line;
      }
      return line;
    },
  };
}
