import { StringDecoder } from "node:string_decoder";
import { CommandError } from "../../../engine/terminal/command-error.ts";
import type { JqEngine, JqJob, JqResult } from "../../../engine/terminal/jq/jq-engine.ts";
import { createLineSplitter } from "../../runs/bounded-line-splitter.ts";
import { ConfinedProcess } from "../../runs/confined-process.ts";
import { processBounds } from "../../runs/limits.ts";
import { terminalLimits } from "../limits.ts";
import { jqAnswer } from "./jq-messages.ts";

const script = "../terminal/jq/jq-process-main.ts";

/** jq in a confined process of its own, for one command. */
export class JqProcess implements JqEngine {
  readonly gone: Promise<void>;
  readonly #process: ConfinedProcess;
  #answer: ((sentence: string | null, result?: JqResult) => void) | null = null;
  #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    const utf8 = new StringDecoder("utf8");
    const read = createLineSplitter((line) => this.#hear(line));
    this.#process = new ConfinedProcess(script, processBounds, (bytes) => read(utf8.write(bytes)));
    this.gone = this.#process.gone;
    this.#signal = signal;
    const kill = () => this.close();
    signal.addEventListener("abort", kill, { once: true });
    void this.gone.then(() => {
      signal.removeEventListener("abort", kill);
      this.#answer?.("(Stopped: the process in which jq runs has ended. Run the line again.)");
    });
  }

  run(job: JqJob): Promise<JqResult> {
    const { jqMilliseconds } = terminalLimits;
    return new Promise((resolve, reject) => {
      const limits = {
        cpuMilliseconds: jqMilliseconds,
        // By the clock it is ten times as much, for a machine busy with others.
        wallMilliseconds: jqMilliseconds * 10,
        foldMilliseconds: jqMilliseconds,
      };
      const watch = this.#process.watch(limits, () => {
        this.#answer?.(
          `(Stopped: jq may work ${jqMilliseconds / 1_000} seconds at a time. Is there an endless loop in the program?)`,
        );
        this.close();
      });
      this.#answer = (sentence, result) => {
        this.#answer = null;
        watch.stop();
        if (result) resolve(result);
        // What is waited for after Ctrl-C needs no sentence.
        else if (this.#signal.aborted) resolve({ stdout: "", stderr: "", exitCode: 0 });
        else reject(new CommandError(sentence ?? ""));
      };
      if (this.#process.killed) this.#answer(null);
      else this.#process.stdin.write(`${JSON.stringify(job)}\n`);
    });
  }

  close(): void {
    this.#process.kill();
  }

  #hear(line: string): void {
    const answer = jqAnswer.safeParse(parseJson(line)).data;
    if (answer?.kind === "done") {
      this.#answer?.(null, answer.result);
      return;
    }
    this.#answer?.(
      answer?.kind === "out-of-memory"
        ? "(Stopped: jq has run out of memory. Does the program collect more than it needs?)"
        : "(Stopped: jq prints too much at once. Let the program select less.)",
    );
    this.close();
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
