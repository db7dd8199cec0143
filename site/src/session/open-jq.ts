import { CommandError } from "../../../engine/terminal/command-error.ts";
import type { JqEngine, JqJob, JqResult } from "../../../engine/terminal/jq/jq-engine.ts";
import { jqWords } from "../../../language/english/terminal.ts";
import type { JqWorkerAnswer } from "./jq-worker.ts";

/** How long one call of jq may take, in ms. */
const jobMs = 10_000;

/** jq in a worker of this page, loaded at the first use. */
export async function openJq(signal: AbortSignal): Promise<JqEngine> {
  const worker = new Worker(new URL("./jq-worker.ts", import.meta.url), { type: "module" });
  signal.addEventListener("abort", () => worker.terminate(), { once: true });
  return {
    run: (job) => runJob(worker, job, signal),
    close: () => worker.terminate(),
  };
}

function runJob(worker: Worker, job: JqJob, signal: AbortSignal): Promise<JqResult> {
  return new Promise((resolve, reject) => {
    const fail = (sentence: string) => reject(new CommandError(sentence));
    const late = setTimeout(() => {
      worker.terminate();
      fail(jqWords.tooLong);
    }, jobMs);
    const end = (result: () => void) => {
      clearTimeout(late);
      result();
    };
    worker.onmessage = ({ data }: MessageEvent<JqWorkerAnswer>) =>
      end(() => (data ? resolve(data) : fail(jqWords.outOfMemory)));
    worker.onerror = () => end(() => fail(jqWords.notLoaded));
    // What is waited for after Ctrl-C needs no sentence.
    signal.addEventListener("abort", () => end(() => resolve({ stdout: "", stderr: "", exitCode: 0 })), {
      once: true,
    });
    worker.postMessage(job);
  });
}
