import type { Trace } from "../../../engine/fold/trace.ts";
import { builtInChecks, type CheckFinding } from "../../../engine/grading/check-finding.ts";
import type { FoldCases } from "../../../engine/grading/fold-job.ts";
import { Grader } from "../../../engine/grading/grader.ts";
import { ReferenceSolution } from "../../../engine/grading/reference-solution.ts";
import type { CheckEnd, CheckOutcome } from "../../../engine/protocol/response-types.ts";
import type { Exercise } from "../../../exercises/catalog.ts";
import type { Folder } from "../../../exercises/folder.ts";
import type { Expectation } from "../../../exercises/metadata.ts";
import type { YamlText } from "../../authoring/yaml-text.ts";

import { recordedChecks } from "./recorded-checks.ts";

/** What a learner with this answer gets: the end, and the check that failed. */
export interface Graded {
  end: CheckEnd;
  failed?: CheckOutcome;
}

/** An answer that is kept with the exercise and must not pass. `path` is where `exercise.yaml` speaks of it. */
export interface WrongAnswer {
  name: string;
  /** What `feedback.md` calls it: the same, whichever file it is made from. */
  title: string;
  file: string;
  source: string;
  path: string[];
  expected: Expectation;
}

/** A wrong answer with what it runs into: what a learner reads, and the first finding behind it. */
export interface GradedAnswer {
  answer: WrongAnswer;
  message: string;
  found: Pick<CheckFinding, "id" | "title" | "message" | "verdict" | "at">;
}

/** Every fold follows from the same seed, so that what was accepted once is said again. */
const seed = 1;

/** What ran on and on had to be stopped from outside: no limit inside the sandbox met it. */
const neverEnded: GradedAnswer["found"] = {
  ...builtInChecks[0],
  message: "It did not end and was stopped.",
  verdict: "time-limit",
  at: null,
};
const gradedEndless: Graded = {
  end: {
    kind: "end",
    verdict: "time-limit",
    passed: false,
    message: neverEnded.message,
    records: 0,
    logs: 0,
    seed,
  },
  failed: { ...builtInChecks[0], kind: "check", passed: false, message: neverEnded.message },
};

/** An exercise that can be read and graded: what the proofs look at. */
export class ExerciseUnderCheck {
  readonly exercise: Exercise;
  /** Its folder; `shown` begins every file's name. */
  readonly folder: Folder;
  readonly yaml: YamlText;
  /** What the solution makes of the exercise's own log. */
  readonly reference: ReferenceSolution;
  /** What its checks threw while answers were graded. */
  readonly thrown: ReturnType<typeof recordedChecks>["thrown"];
  /** Is told what comes next, for whoever watches that it ends. */
  readonly begin: (name: string) => void;
  readonly #grader: Grader;
  readonly #endless: ReadonlySet<string>;
  readonly #graded = new Map<string, Promise<Graded>>();

  constructor(
    exercise: Exercise,
    folder: Folder,
    yaml: YamlText,
    fold: FoldCases,
    begin: (name: string) => void,
    /** What was begun before and did not end. */
    endless: ReadonlySet<string>,
  ) {
    this.exercise = exercise;
    this.folder = folder;
    this.yaml = yaml;
    this.begin = begin;
    this.reference = new ReferenceSolution(exercise, fold, seed);
    const { checks, thrown } = recordedChecks(exercise.checks);
    this.thrown = thrown;
    this.#grader = new Grader({ ...exercise, checks }, fold, seed);
    this.#endless = endless;
  }

  /** Whether learners predict states: then no code of theirs is graded. */
  get isPredicted(): boolean {
    return this.exercise.form === "predict";
  }

  file(name: string): string {
    return `${this.folder.shown}/${name}`;
  }

  /** The starter, then the known wrong answers; none where states are predicted. */
  wrongAnswers(): WrongAnswer[] {
    const { expected, starter, starterFile, wrong } = this.exercise;
    if (this.isPredicted || expected === undefined) return [];
    const title = "the starter";
    return [
      { name: title, title, file: starterFile, source: starter, path: ["starter"], expected },
      ...wrong.map(({ name, source, file, ...each }) => ({
        name: file,
        title: `wrong/${name}`,
        file,
        source,
        path: ["wrong", name],
        expected: each,
      })),
    ];
  }

  /** Grades a source, each once. */
  grade(name: string, source: string): Promise<Graded> {
    const known = this.#graded.get(source);
    if (known) return known;
    this.begin(name);
    const graded = this.#endless.has(name) ? Promise.resolve(gradedEndless) : this.#grade(source);
    this.#graded.set(source, graded);
    return graded;
  }

  /** What the starter and the wrong answers run into; one that passes runs into nothing. */
  async heard(): Promise<GradedAnswer[]> {
    const heard: GradedAnswer[] = [];
    for (const answer of this.wrongAnswers()) {
      const { failed } = await this.grade(answer.name, answer.source);
      const found = failed && (await this.find(answer.name, answer.source));
      if (found) heard.push({ answer, message: failed.message, found });
    }
    return heard;
  }

  /** The first thing that is wrong with a source; null where nothing is. Nothing is made smaller. */
  async find(name: string, source: string): Promise<GradedAnswer["found"] | null> {
    this.begin(name);
    return this.#endless.has(name) ? neverEnded : this.#grader.find(source);
  }

  /** What an answer makes of the exercise's own log; null where it does not end. */
  async fold(name: string, source: string): Promise<Trace | null> {
    this.begin(name);
    return this.#endless.has(name) ? null : (await this.#grader.compare(source)).mine;
  }

  async #grade(source: string): Promise<Graded> {
    let end: CheckEnd | undefined;
    let failed: CheckOutcome | undefined;
    await this.#grader.grade(source, (message) => {
      if (message.kind === "end") end = message;
      else if (!message.passed) failed = message;
    });
    if (!end) throw new Error("Grading had no end.");
    return { end, ...(failed && { failed }) };
  }
}
