import type { HostileCase } from "./case.ts";
import { cpu } from "./cpu.ts";

/** Every case, in the order of the table they come from. */
export const cases: HostileCase[] = [
  // Loops, built-ins, memory, and what else the engine has to stop.
  ...cpu,
  // The server around the engine.
];
