import type { Folder } from "../../../exercises/folder.ts";

/** The file of the exercise, and the line in it, that an error comes from; undefined where it comes from elsewhere. */
export function lineInStack(error: unknown, { path }: Folder): { file: string; line: number } | undefined {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const frame of stack.split("\n")) {
    const at = frame.indexOf(`${path}/`);
    // A module that is read anew has a query behind its name.
    const found =
      at < 0 ? null : /^([\w./-]+\.ts)(?:\?[^:)]*)?:(\d+):/.exec(frame.slice(at + path.length + 1));
    if (found) return { file: found[1] as string, line: Number(found[2]) };
  }
  return undefined;
}
