import type { Cluster } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import { Pipe } from "./pipe.ts";
import type { Call, Line } from "./tool-interface.ts";

/** One tool of a line, ready to run. */
export interface Stage {
  run(call: Omit<Call, "flags">): Promise<void>;
  hereString?: string;
}

/**
 * Runs tools at the same time, each over the lines of the one before it. A tool that has read enough ends those before
 * it. Answers whether the last one went well; throws on what the cluster throws in any of them.
 */
export async function runPipeline(stages: Stage[], call: Omit<Call, "flags">): Promise<boolean> {
  const pipes = stages.slice(1).map(() => new Pipe(call.screen));
  const readersLeft = stages.map(() => new AbortController());
  const failed = new AbortController();
  let thrown: { error: unknown } | null = null;
  const runOne = async (stage: Stage, at: number): Promise<boolean> => {
    const output = pipes[at];
    const input = pipes[at - 1];
    const readerLeft = readersLeft[at] as AbortController;
    const signal = AbortSignal.any([call.signal, failed.signal, readerLeft.signal]);
    const screen = output ?? call.screen;
    const lines = () => inputOf(stage, input?.lines() ?? call.input());
    try {
      await stage.run({
        ...call,
        screen,
        signal,
        cluster: output ? pacedCluster(call.cluster, output) : call.cluster,
        input: () => untilAborted(output ? paced(lines(), output) : lines(), signal),
      });
      return true;
    } catch (error) {
      if (error instanceof CommandError) screen.warn(error.message);
      else {
        thrown ??= { error };
        failed.abort();
      }
      return false;
    } finally {
      output?.end();
      input?.close();
      readersLeft[at - 1]?.abort();
    }
  };
  const results = await Promise.all(stages.map(runOne));
  if (thrown) throw (thrown as { error: unknown }).error;
  return results.at(-1) ?? true;
}

async function* inputOf({ hereString }: Stage, lines: AsyncIterable<Line>): AsyncGenerator<Line, void> {
  if (hereString === undefined) yield* lines;
  else for (const text of hereString.split("\n")) yield { text };
}

/** Hands on a line when the pipe behind the reader has room for what it makes of it. */
async function* paced(lines: AsyncIterable<Line>, output: Pipe): AsyncGenerator<Line, void> {
  for await (const line of lines) {
    await output.room();
    yield line;
  }
}

/** The cluster, read no faster than the pipe is emptied. */
function pacedCluster(cluster: Cluster, output: Pipe): Cluster {
  return {
    ...cluster,
    async read(...slice) {
      await output.room();
      return cluster.read(...slice);
    },
  };
}

/** Ends the reading of lines that are waited for, such as typed ones, when `signal` aborts. */
async function* untilAborted(lines: AsyncIterable<Line>, signal: AbortSignal): AsyncGenerator<Line, void> {
  const iterator = lines[Symbol.asyncIterator]();
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  for (;;) {
    const next = signal.aborted ? null : await Promise.race([iterator.next(), aborted]);
    if (next === null || next.done) return;
    yield next.value;
  }
}
