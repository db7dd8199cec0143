/**
 * The process in which jq runs: takes jobs on stdin, one JSON line each, and answers each with a line. It has an empty
 * environment, may read its own code and nothing else, and is killed from outside when it takes too long. jq itself is
 * a WebAssembly module with a bounded memory, and has no files.
 */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadJq } from "jq-wasm";
import { boundWasmMemory } from "../../../engine/sandbox/bound-wasm-memory.ts";
import type { JqJob } from "../../../engine/terminal/jq/jq-engine.ts";
import { readLines } from "../../runs/read-lines.ts";
import { writeAllSync } from "../../runs/write-all-sync.ts";
import type { JqAnswer } from "./jq-messages.ts";

const memoryBytes = 128 * 1024 * 1024;
const stdout = 1;
const send = (answer: JqAnswer) => writeAllSync(stdout, Buffer.from(`${JSON.stringify(answer)}\n`));

const wasm = readFileSync(fileURLToPath(import.meta.resolve("jq-wasm/jq.wasm")));
const jq = await loadJq({ wasmBinary: boundWasmMemory(wasm, memoryBytes) });

for await (const line of readLines(process.stdin)) {
  const { flags, program, input } = JSON.parse(line) as JqJob;
  try {
    send({ kind: "done", result: jq.raw(input, program, flags) });
  } catch {
    // The module has aborted: its memory is full, or its stack.
    send({ kind: "out-of-memory" });
    process.exit(1);
  }
}
