import { collectTrace } from "../../engine/fold/states-of-trace.ts";
import type { Trace, TraceMessage } from "../../engine/fold/trace.ts";
import type { ExercisePayload } from "../../engine/protocol/exercise-types.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import type { Exercise } from "../../exercises/catalog.ts";
import { exercisePage, starterRun, stepsToPredict } from "../../exercises/page.ts";
import type { Runner } from "../runs/runner.ts";
import { highlightTypeScript } from "./highlight-typescript.ts";
import { markdownToHtml } from "./markdown-to-html.ts";

const always = new AbortController().signal;

/** What the workbench gets when the page of an exercise opens, for exercises that the site was not built with. */
export class ExercisePages {
  readonly #runner: Pick<Runner, "run">;
  /** An exercise that was read again is another one, and has another page. */
  readonly #made = new WeakMap<Exercise, Promise<ExercisePayload>>();

  constructor(runner: Pick<Runner, "run">) {
    this.#runner = runner;
  }

  /** Throws `busy` where the starter's fold finds no slot. */
  page(exercise: Exercise): Promise<ExercisePayload> {
    const made = this.#made.get(exercise);
    if (made) return made;
    const page = this.#make(exercise);
    this.#made.set(exercise, page);
    page.catch(() => this.#made.delete(exercise));
    return page;
  }

  async #make(exercise: Exercise): Promise<ExercisePayload> {
    const fold = (request: RunRequest) => this.#fold(request);
    const [trace, asked] = [await fold(starterRun(exercise)), await stepsToPredict(exercise, fold)];
    return exercisePage(
      exercise,
      { markdown: markdownToHtml, typescript: highlightTypeScript },
      trace,
      asked,
    );
  }

  /** Folded in the sandbox like any other code: a starter may hang, too. It answers for itself, not for who looks. */
  async #fold(request: RunRequest): Promise<Trace> {
    const messages: TraceMessage[] = [];
    const name = request.runId;
    const ticket = { session: name, place: name, account: name, address: name, kind: "run" } as const;
    await this.#runner.run(
      ticket,
      async () => request,
      (message) => messages.push(message),
      always,
    );
    return collectTrace(messages);
  }
}
