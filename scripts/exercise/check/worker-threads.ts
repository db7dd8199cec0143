import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Examination, Examined } from "./check-exercise.ts";

/** One exercise to examine. */
export interface Task {
  pack: { path: string; shown: string };
  slug: string;
  examination: Examination;
}

export type FromWorker = { kind: "begun"; name: string } | { kind: "examined"; examined: Examined };

/**
 * Grading one answer ends long before: the sandbox has limits of its own. They count the engine's ticks, and code may
 * be long at work between two of them.
 */
const mostSilence = 60_000;

/** Examines exercises side by side, as many as there are cores, each in a thread of its own. */
export async function examineAll(
  tasks: Task[],
  onExamined: (examined: Examined) => void,
): Promise<Examined[]> {
  const waiting = [...tasks];
  const all: Examined[] = [];
  const hand = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const examined = await examineInThread(task);
      all.push(examined);
      onExamined(examined);
    }
  };
  await Promise.all(Array.from({ length: Math.min(tasks.length, availableParallelism()) }, hand));
  return all.toSorted((a, b) => a.slug.localeCompare(b.slug));
}

/** An answer that never ends is stopped with its thread; the exercise is begun anew, without it. */
export async function examineInThread(task: Task, silence = mostSilence): Promise<Examined> {
  const { slug, examination, pack } = task;
  const ended = await oneThread(task, silence);
  if ("examined" in ended) return ended.examined;
  const { endless } = examination;
  const { stoppedIn } = ended;
  if (stoppedIn !== undefined && !endless.includes(stoppedIn))
    return examineInThread(
      { ...task, examination: { ...examination, endless: [...endless, stoppedIn] } },
      silence,
    );
  const where = stoppedIn === undefined ? "while it was read" : `at ${stoppedIn}`;
  return {
    slug,
    level: "class",
    remarks: [
      {
        file: `${pack.shown}/${slug}/checks.ts`,
        wrong: `The check of this exercise did not end: it was stopped ${where}. ${ended.why}`,
        next: "Look for a loop without an end in checks.ts and what it imports.",
        needed: "always",
      },
    ],
  };
}

type Ended = { examined: Examined } | { stoppedIn: string | undefined; why: string };

function oneThread(task: Task, silence: number): Promise<Ended> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./worker-thread-main.ts", import.meta.url), { workerData: task });
    let begun: string | undefined;
    const stop = (why: string) => {
      clearTimeout(timer);
      void worker.terminate().then(() => resolve({ stoppedIn: begun, why }));
    };
    const timer = setTimeout(() => stop(`It was silent for ${silence / 1000} s.`), silence);
    worker.on("message", (message: FromWorker) => {
      timer.refresh();
      if (message.kind === "begun") begun = message.name;
      else {
        clearTimeout(timer);
        void worker.terminate().then(() => resolve({ examined: message.examined }));
      }
    });
    worker.once("error", (error: Error) => stop(error.message));
  });
}
