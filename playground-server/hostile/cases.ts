import { bridge } from "./bridge.ts";
import type { HostileCase } from "./case.ts";
import { cpu } from "./cpu.ts";

import { kafka } from "./kafka.ts";
import { net } from "./net.ts";
import { operations } from "./operations.ts";
import { runLife } from "./run-life.ts";
import { tenancy } from "./tenancy.ts";

/** Every case, in the order of the table they come from. */
export const cases: HostileCase[] = [
  // Loops, built-ins, memory, and what else the engine has to stop.
  ...cpu,
  // The server around the engine.
  ...[...bridge, ...net, ...tenancy, ...kafka, ...runLife, ...operations],
];
