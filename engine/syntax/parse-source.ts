import { type Program, parse, type Token } from "acorn";
import { stripTypes } from "../sandbox/strip-types.ts";

/** A source as acorn reads it. Every node and token has the place that it has in the TypeScript source. */
export interface ParsedSource {
  program: Program;
  tokens: Token[];
}

/** Strips the types and parses what is left as a module; null where the source cannot be read. */
export function parseSource(source: string): ParsedSource | null {
  const stripped = stripTypes(source);
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
