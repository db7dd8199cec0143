import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";

interface Place {
  path: string;
  line: number;
}

/** A folder, and how its name begins in sentences. */
interface NamedFolder {
  path: string;
  shown: string;
}

/**
 * Why a module of an author could not be loaded, in a sentence that begins with file and line: those of a file beside it
 * that it imports, where the mistake is there.
 */
export function describeModuleFailure(folder: NamedFolder, file: string, error: unknown): string {
  const place = placeIn(dirname(folder.path), error) ?? placeOfSyntaxError(join(folder.path, file));
  const path = place ? relative(folder.path, place.path).split(sep).join("/") : file;
  const at = place ? `:${place.line}` : "";
  return `${posix.join(folder.shown, path)}${at} cannot be loaded. ${messageOf(error)}`;
}

/** The first place that an error's stack names below a folder. Node puts that of a syntax error before its name. */
function placeIn(folder: string, error: unknown): Place | null {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  for (const line of lines) {
    const [, address, number] =
      /(file:\/\/[^\s)]+?):(\d+)(?::\d+)?\)?$/.exec(line) ?? /^(\S.*):(\d+)$/.exec(line) ?? [];
    if (address === undefined) continue;
    const path = address.startsWith("file:") ? fileURLToPath(new URL(address)) : address;
    if (path.startsWith(folder + sep)) return { path, line: Number(number) };
  }
  return null;
}

/** Node names no place for some mistakes, such as a name that is declared twice: then the file itself is parsed. */
function placeOfSyntaxError(path: string): Place | null {
  try {
    parse(stripTypeScriptTypes(readFileSync(path, "utf8")), { sourceType: "module", ecmaVersion: "latest" });
    return null;
  } catch (error) {
    const { loc } = error as { loc?: { line: number } };
    return loc ? { path, line: loc.line } : null;
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
