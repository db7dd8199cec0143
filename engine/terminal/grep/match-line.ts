import { CommandError } from "../command-error.ts";
import type { Instruction } from "./compile-pattern.ts";
import { type Edge, isWord } from "./pattern.ts";

/** From the first character to one past the last. */
export interface Match {
  from: number;
  to: number;
}

/** Steps that one line may take. */
const mostSteps = 5_000_000;

/** Finds a pattern in lines, in time that grows with their length only, whatever the pattern is. */
export class LineMatcher {
  readonly #program: Instruction[];
  readonly #ignoreCase: boolean;
  /** The steps that all lines have taken. */
  steps = 0;

  constructor(program: Instruction[], ignoreCase: boolean) {
    this.#program = program;
    this.#ignoreCase = ignoreCase;
  }

  /** The first match at or after `at`, as long as it can be; null where there is none. `any` may be a shorter one. */
  find(line: string[], at: number, any: boolean): Match | null {
    const most = this.steps + mostSteps;
    let best: Match | null = null;
    /** By instruction: where the match would begin; the earliest wins. */
    let states = new Map<number, number>();
    for (let index = at; ; index++) {
      const reached = new Map<number, number>();
      for (const [state, from] of states) this.#reach(reached, state, from, line, index);
      if (!best) this.#reach(reached, 0, index, line, index);
      const character = line[index];
      const next = new Map<number, number>();
      for (const [state, from] of reached) {
        this.steps++;
        if (best && from > best.from) continue;
        const instruction = this.#program[state] as Instruction;
        if (instruction.kind === "match") {
          if (!best || from < best.from || index > best.to) best = { from, to: index };
        } else if (
          character !== undefined &&
          instruction.kind === "character" &&
          this.#is(instruction, character)
        ) {
          next.set(state + 1, Math.min(next.get(state + 1) ?? from, from));
        }
      }
      if (best && any) return best;
      if (character === undefined || (best && next.size === 0)) return best;
      if (this.steps > most) {
        throw new CommandError(
          "(Stopped: this pattern takes too long on one of the lines. Use a simpler one.)",
        );
      }
      states = next;
    }
  }

  #is({ test }: { test(character: string): boolean }, character: string): boolean {
    if (test(character)) return true;
    return this.#ignoreCase && (test(character.toLowerCase()) || test(character.toUpperCase()));
  }

  /** Adds a state, and those that follow it without a character. */
  #reach(reached: Map<number, number>, first: number, from: number, line: string[], index: number): void {
    const open = [first];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      this.steps++;
      if ((reached.get(state) ?? Number.POSITIVE_INFINITY) <= from) continue;
      reached.set(state, from);
      const instruction = this.#program[state] as Instruction;
      if (instruction.kind === "fork") open.push(...instruction.to);
      else if (instruction.kind === "jump") open.push(instruction.to);
      else if (instruction.kind === "edge" && isAt(instruction.edge, line, index)) open.push(state + 1);
    }
  }
}

function isAt(edge: Edge, line: string[], index: number): boolean {
  const before = index > 0 && isWord(line[index - 1] as string);
  const after = index < line.length && isWord(line[index] as string);
  const holds: Record<Edge, boolean> = {
    start: index === 0,
    end: index === line.length,
    "word-edge": before !== after,
    "no-word-edge": before === after,
    "word-start": !before && after,
    "word-end": before && !after,
    "no-word-before": !before,
    "no-word-after": !after,
  };
  return holds[edge];
}
