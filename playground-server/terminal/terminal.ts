import type { TerminalMessage } from "../../engine/protocol/answers.ts";
import { type Completion, complete } from "../../engine/terminal/completion.ts";
import { runLine } from "../../engine/terminal/run-line.ts";
import { problemOf, Refusal } from "../errors.ts";
import type { Log } from "../log/open-log.ts";
import type { Caller } from "../playground.ts";
import { Allowance } from "../socket/allowance.ts";
import { learnersCluster } from "./learners-cluster.ts";
import { terminalLimits } from "./limits.ts";
import { Printer } from "./printer.ts";
import type { Typed } from "./typed.ts";

/** Between two looks at whether one more record may be appended, in ms. */
const pause = 50;

/** What one session does in its terminals. */
interface Use {
  running: number;
  appends: Allowance;
}

/** Kafka's tools by their real names over the course's topics and a learner's own. No process of the machine is started. */
export class Terminal {
  #log: Log;
  #uses = new Map<string, Use>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Runs one line until the tool ends, `signal` aborts or a limit is met, and sends all it says and one `finished`. */
  async run(
    line: string,
    caller: Caller,
    { send, typed, signal }: { send(message: TerminalMessage): void; typed: Typed; signal: AbortSignal },
  ): Promise<void> {
    const limit = new AbortController();
    const stop = (sentence: string) => limit.abort(sentence);
    const { printedCharacters, minutes } = terminalLimits;
    const printer = new Printer(send, () =>
      stop(
        `(It has printed ${printedCharacters} characters, as much as one command may. --max-messages asks for less.)`,
      ),
    );
    const use = this.#use(caller);
    const full = this.#full(use);
    if (full !== null) {
      printer.warn(full);
      printer.flush();
      return send({ kind: "finished", good: false });
    }
    use.running++;
    const late = setTimeout(
      () => stop(`(It has run for ${minutes} minutes, as long as one command may.)`),
      minutes * 60_000,
    );
    limit.signal.addEventListener("abort", () => typed.give({ lines: [], end: true }), { once: true });
    typed.onAsked = () => {
      printer.flush();
      send({ kind: "reads" });
    };
    const cluster = learnersCluster(this.#log, caller);
    const over = AbortSignal.any([signal, limit.signal]);
    let good = false;
    try {
      good = await runLine(line, {
        cluster: {
          ...cluster,
          async produce(topic, record) {
            await turn(use.appends, over);
            return cluster.produce(topic, record);
          },
        },
        screen: printer,
        input: () => typed.lines(),
        signal: over,
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { title, detail } = problemOf(error);
      printer.warn(`${title}. ${detail}`);
    } finally {
      clearTimeout(late);
      use.running--;
      this.#forget(caller, use);
    }
    if (limit.signal.aborted) printer.warn(String(limit.signal.reason));
    printer.flush();
    send({ kind: "finished", good });
  }

  /** Why no more may run just now, or null. */
  #full({ running }: Use): string | null {
    const { runningAtOnce, runningInAll } = terminalLimits;
    if (running >= runningAtOnce) {
      return `${running} of your commands are running, as many as may at once. Ctrl-C ends one.`;
    }
    const inAll = [...this.#uses.values()].reduce((sum, use) => sum + use.running, 0);
    return inAll >= runningInAll
      ? "The server runs as many commands as it may. Try again in a moment."
      : null;
  }

  complete(line: string, caller: Caller): Promise<Completion> {
    return complete(line, learnersCluster(this.#log, caller));
  }

  #use({ learner }: Caller): Use {
    const { appendsAtOnce, appendsPerSecond } = terminalLimits;
    const use = this.#uses.get(learner) ?? {
      running: 0,
      appends: new Allowance(appendsAtOnce, appendsPerSecond),
    };
    this.#uses.set(learner, use);
    return use;
  }

  /** A session that runs nothing is forgotten once its allowance would be whole again. */
  #forget({ learner }: Caller, use: Use): void {
    const { appendsAtOnce, appendsPerSecond } = terminalLimits;
    setTimeout(
      () => use.running > 0 || this.#uses.get(learner) !== use || this.#uses.delete(learner),
      (appendsAtOnce / appendsPerSecond) * 1_000,
    ).unref();
  }
}

/** Waits until one more record may be appended: what was pasted goes on at the rate that one learner has. */
async function turn(appends: Allowance, over: AbortSignal): Promise<void> {
  while (!appends.take() && !over.aborted) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
