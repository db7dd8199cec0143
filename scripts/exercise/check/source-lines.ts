import type { Folder } from "../../../exercises/folder.ts";

/** The line of a file on which an object's member begins, such as `compare:` or `compare(`; absent where it is not found. */
export async function lineOfMember(
  folder: Folder,
  file: string,
  member: string,
): Promise<number | undefined> {
  const lines = ((await folder.textOrNone(file)) ?? "").split("\n");
  const at = lines.findIndex((line) => new RegExp(`^\\s*${member}\\s*[:(,]`).test(line));
  return at < 0 ? undefined : at + 1;
}
