import { async } from "./async.ts";
import { bridge } from "./bridge.ts";
import { builtIns } from "./built-ins.ts";
import { capabilities } from "./capabilities.ts";
import type { HostileCase } from "./case.ts";
import { cpu } from "./cpu.ts";
import { determinism } from "./determinism.ts";
import { errors } from "./errors.ts";
import { httpAndWebsocket } from "./http-and-websocket.ts";
import { kafka } from "./kafka.ts";
import { memory } from "./memory.ts";
import { operations } from "./operations.ts";
import { output } from "./output.ts";
import { purity } from "./purity.ts";
import { regularExpressions } from "./regular-expressions.ts";
import { runLifecycleCases } from "./run-lifecycle.ts";
import { source } from "./source.ts";
import { stack } from "./stack.ts";
import { state } from "./state.ts";
import { tampering } from "./tampering.ts";
import { tenancy } from "./tenancy.ts";
import { typescript } from "./typescript.ts";

/** Every case, in the order of the table they come from. */
export const cases: HostileCase[] = [
  // Loops, built-ins, memory, and what else the engine has to stop.
  ...cpu,
  ...regularExpressions,
  ...builtIns,
  ...memory,
  ...stack,
  ...async,
  ...state,
  ...tampering,
  ...purity,
  ...determinism,
  ...errors,
  ...source,
  ...typescript,
  ...capabilities,
  ...output,
  // The server around the engine.
  ...bridge,
  ...httpAndWebsocket,
  ...tenancy,
  ...kafka,
  ...runLifecycleCases,
  ...operations,
];
