import { type Program, parse, type Token } from "acorn";
import { strip } from "../sandbox/strip.ts";

/** A source as acorn reads it. Every node and token has the place that it has in the TypeScript source. */
export interface Parsed {
  program: Program;
  tokens: Token[];
}

/** Strips the types and parses what is left as a module; null where the source cannot be read. */
export function parsed(source: string): Parsed | null {
  const stripped = strip(source);
  if (!("code" in stripped)) return null;
  const tokens: Token[] = [];
  try {
    const program = parse(stripped.code, {
      ecmaVersion: "latest",
      sourceType: "module",
      preserveParens: true,
      onToken: tokens,
    });
    return { program, tokens };
  } catch {
    return null;
  }
}
