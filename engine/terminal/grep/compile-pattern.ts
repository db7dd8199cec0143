import { CommandError } from "../command-error.ts";
import type { CharacterTest, Edge, Pattern } from "./pattern.ts";

/** One instruction of a pattern's program. Both ways of a fork are tried at the same time. */
export type Instruction =
  | { kind: "character"; test: CharacterTest }
  | { kind: "edge"; edge: Edge }
  | { kind: "fork"; to: [number, number] }
  | { kind: "jump"; to: number }
  | { kind: "match" };

const mostInstructions = 1_000;

/** A pattern as a program whose states a line is read through once. Throws `Stop` for one that is too large. */
export function compilePattern(pattern: Pattern): Instruction[] {
  const program: Instruction[] = [];
  const add = (instruction: Instruction): number => {
    if (program.length >= mostInstructions) {
      throw new CommandError(
        `grep: Regular expression too big. It may have at most ${mostInstructions} parts, repetitions counted out.`,
      );
    }
    return program.push(instruction) - 1;
  };
  /** A fork whose second way is set once it is known. */
  const fork = (): { to: [number, number] } => {
    const at: Extract<Instruction, { kind: "fork" }> = { kind: "fork", to: [program.length + 1, 0] };
    add(at);
    return at;
  };
  const write = (part: Pattern): void => {
    if (part.kind === "character" || part.kind === "edge") add(part);
    else if (part.kind === "sequence") for (const each of part.parts) write(each);
    else if (part.kind === "alternatives") writeAlternatives(part.parts);
    else writeRepeat(part.part, part.least, part.most);
  };
  const writeAlternatives = (parts: Pattern[]): void => {
    const ends: { kind: "jump"; to: number }[] = [];
    for (const [at, part] of parts.entries()) {
      if (at === parts.length - 1) {
        write(part);
        break;
      }
      const choice = fork();
      write(part);
      const end = { kind: "jump" as const, to: 0 };
      ends.push(end);
      add(end);
      choice.to[1] = program.length;
    }
    for (const end of ends) end.to = program.length;
  };
  const writeRepeat = (part: Pattern, least: number, most: number): void => {
    for (let n = 0; n < least; n++) write(part);
    if (most === Number.POSITIVE_INFINITY) {
      const start = program.length;
      const again = fork();
      write(part);
      add({ kind: "jump", to: start });
      again.to[1] = program.length;
      return;
    }
    const ends: { to: [number, number] }[] = [];
    for (let n = least; n < most; n++) {
      ends.push(fork());
      write(part);
    }
    for (const end of ends) end.to[1] = program.length;
  };
  write(pattern);
  add({ kind: "match" });
  return program;
}
