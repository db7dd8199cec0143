/**
 * The sandbox process: takes jobs on stdin, one JSON line each, folds, and writes every message at once to stdout.
 * A job that is given up ends at the engine's next tick or the next record, and the process does the next one. It has an
 * empty environment, may read its own code and nothing else, and is killed from outside when it takes too long. Learner
 * text runs in QuickJS only, never as code of this process.
 */

import { engineVersion } from "../../engine/sandbox/engine.ts";
import { loadNodeEngine } from "../../engine/sandbox/node-engine.ts";
import { createProgressReporter } from "../../engine/sandbox/progress-reporter.ts";
import type { Health } from "../../engine/sandbox/run-request.ts";
import { CancellationFileReader } from "./cancellation-file.ts";
import { readLines } from "./read-lines.ts";
import type { LinesJob, NumberedJob, SandboxAnswer, SandboxJob } from "./sandbox-messages.ts";
import { warmUp } from "./warm-up.ts";
import { writeAllSync } from "./write-all-sync.ts";

const stdout = 1;
const sendAnswer = (answer: SandboxAnswer) =>
  writeAllSync(stdout, Buffer.from(`${JSON.stringify(answer)}\n`));

const givenUpJob = new CancellationFileReader();
const none = Number.POSITIVE_INFINITY;
let current = none;
const progress = createProgressReporter(() => sendAnswer({ kind: "working" }));
const isGivenUp = () => {
  if (current !== none) progress();
  return givenUpJob.has(current);
};

const engine = await loadNodeEngine(isGivenUp);
await warmUp(engine);
sendAnswer({ kind: "ready", engine: engineVersion });

for await (const line of readLines(process.stdin)) {
  const job = JSON.parse(line) as NumberedJob;
  current = job.number;
  const health = "lines" in job ? await lines(job) : await runs(job);
  sendAnswer({ kind: "done", health });
}

function lines({ lines }: LinesJob): Promise<Health> {
  return engine.lines(lines, (message) => sendAnswer({ kind: "lit", message }));
}

async function runs({ shared, requests }: SandboxJob): Promise<Health> {
  for (const [request, own] of requests.entries()) {
    if (isGivenUp()) break;
    const health = await engine.run(
      { ...shared, ...own },
      (message) => sendAnswer({ kind: "message", request, message }),
      () => sendAnswer({ kind: "again" }),
    );
    if (health === "fault") return health;
  }
  return "healthy";
}
