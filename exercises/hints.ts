import { z } from "zod";
import type { Folder } from "./folder.ts";

const list = z.array(z.string());

/** The hints, the gentlest first: a list in `hints.yaml`, or `hints/1.md`, `2.md` …. `name` is another than `hints` in another language. */
export async function readHints(folder: Folder, name = "hints"): Promise<string[]> {
  const file = `${name}.yaml`;
  if (!folder.has(file)) return (await folder.texts(name, ".md")).map(({ text }) => text);
  if (folder.has(name))
    throw new Error(`${folder.shown}/${file} is there, but the folder ${name} is too. Remove one of them.`);
  return folder.checked(list, await folder.yaml(file), file);
}
