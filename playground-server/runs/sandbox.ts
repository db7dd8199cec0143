/**
 * The sandbox process: takes jobs on stdin, one JSON line each, folds, and writes every message at once to stdout.
 * It has an empty environment, may read its own code and nothing else, and is killed from outside when it takes too
 * long. Learner text runs in QuickJS only, never as code of this process.
 */
import { loadEngine } from "../../engine/sandbox/node.ts";
import { engineVersion } from "../../engine/sandbox/run.ts";
import type { Health } from "../../engine/sandbox/run-request.ts";
import type { LinesJob, SandboxAnswer, SandboxJob } from "./job.ts";
import { readLines } from "./read-lines.ts";
import { warmUp } from "./warm-up.ts";
import { writeNow } from "./write-now.ts";

const stdout = 1;
const say = (answer: SandboxAnswer) => writeNow(stdout, Buffer.from(`${JSON.stringify(answer)}\n`));

const engine = await loadEngine();
await warmUp(engine);
say({ kind: "ready", engine: engineVersion });

for await (const line of readLines(process.stdin)) {
  const job = JSON.parse(line) as SandboxJob | LinesJob;
  const health = "lines" in job ? await lines(job) : await runs(job);
  say({ kind: "done", health });
}

function lines({ lines }: LinesJob): Promise<Health> {
  return engine.lines(lines, (message) => say({ kind: "lit", message }));
}

async function runs({ shared, requests }: SandboxJob): Promise<Health> {
  for (const [request, own] of requests.entries()) {
    const health = await engine.run(
      { ...shared, ...own },
      (message) => say({ kind: "message", request, message }),
      () => say({ kind: "again" }),
    );
    if (health === "fault") return health;
  }
  return "healthy";
}
