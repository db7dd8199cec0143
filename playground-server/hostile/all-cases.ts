import type { HostileCase } from "./case.ts";
import { async } from "./cases/async.ts";
import { bridge } from "./cases/bridge.ts";
import { builtIns } from "./cases/built-ins.ts";
import { capabilities } from "./cases/capabilities.ts";
import { cpu } from "./cases/cpu.ts";
import { determinism } from "./cases/determinism.ts";
import { errors } from "./cases/errors.ts";
import { httpAndWebsocket } from "./cases/http-and-websocket.ts";
import { kafka } from "./cases/kafka-trouble.ts";
import { memory } from "./cases/memory.ts";
import { operations } from "./cases/operations.ts";
import { output } from "./cases/output.ts";
import { purity } from "./cases/purity.ts";
import { regularExpressions } from "./cases/regular-expressions.ts";
import { runLifecycleCases } from "./cases/run-lifecycle.ts";
import { source } from "./cases/source.ts";
import { stack } from "./cases/stack.ts";
import { state } from "./cases/state.ts";
import { tampering } from "./cases/tampering.ts";
import { tenancy } from "./cases/tenancy.ts";
import { typescript } from "./cases/typescript.ts";

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
