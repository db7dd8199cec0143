import type { TerminalMessage } from "../../engine/protocol/response-types.ts";
import { type Completion, complete } from "../../engine/terminal/completion.ts";
import { runLine } from "../../engine/terminal/run-line.ts";
import type { Caller } from "../caller.ts";
import { problemOf, Refusal } from "../errors.ts";
import type { LabServices } from "../labs/services.ts";
import type { Log } from "../log/open-log.ts";
import { TokenBucket } from "../socket/token-bucket.ts";
import { JqProcesses } from "./jq/jq-processes.ts";
import { learnersCluster } from "./learners-cluster.ts";
import { terminalLimits } from "./limits.ts";
import { LinePrinter } from "./line-printer.ts";
import { openLearnersDatabase } from "./open-database.ts";
import type { TerminalInput } from "./terminal-input.ts";

/** Between two looks at whether one more record may be appended, in ms. */
const pause = 50;
/** What is shown of a line that was not written. */
const shownCharacters = 200;

/** What one session does in its terminals. */
interface Use {
  running: number;
  appends: TokenBucket;
}

/** Kafka's tools by their real names over the course's topics and a learner's own. No process of the machine is started. */
export class Terminal {
  #log: Log;
  #services: LabServices;
  #uses = new Map<string, Use>();
  #jq = new JqProcesses();

  constructor(log: Log, services: LabServices) {
    this.#log = log;
    this.#services = services;
  }

  /** Runs one line until the tool ends, `signal` aborts or a limit is met, and sends all it says and one `finished`. */
  async run(
    { line, tools }: { line: string; tools?: string[] },
    caller: Caller,
    {
      send,
      typed,
      signal,
    }: { send(message: TerminalMessage): void; typed: TerminalInput; signal: AbortSignal },
  ): Promise<void> {
    const limit = new AbortController();
    const stop = (sentence: string) => limit.abort(sentence);
    const { printedCharacters, minutes } = terminalLimits;
    const printer = new LinePrinter(send, () =>
      stop(
        `(Stopped: one command prints at most ${printedCharacters} characters. Use --max-messages to read fewer records.)`,
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
      () => stop(`(Stopped: one command runs at most ${minutes} minutes.)`),
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
    let writing = false;
    try {
      good = await runLine(
        line,
        {
          cluster: {
            ...cluster,
            async produce(topic, record) {
              await turn(use.appends, over);
              writing = true;
              const position = await cluster.produce(topic, record);
              writing = false;
              return position;
            },
          },
          database: (say) => openLearnersDatabase(this.#services, caller, say),
          jq: async (signal) => this.#jq.open(caller.learner, signal),
          screen: printer,
          input: () => typed.lines(),
          signal: over,
        },
        tools,
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { title, detail } = problemOf(error);
      printer.warn(`${title}. ${detail}`);
      if (writing && typed.taken.number > 0) printer.warn(outcomeOf(typed.taken, error));
    } finally {
      clearTimeout(late);
      use.running--;
      this.#forget(caller, use);
    }
    if (limit.signal.aborted) printer.warn(String(limit.signal.reason));
    if (typed.untaken > 0) printer.warn(`Not written either: ${formatLineCount(typed.untaken)} after it.`);
    if (typed.leftOut > 0) {
      printer.warn(
        `Not written: ${formatLineCount(typed.leftOut)} too many. At most ${terminalLimits.linesWaiting} may wait; paste the others again.`,
      );
    }
    printer.flush();
    send({ kind: "finished", good });
  }

  /** Why no more may run just now, or null. */
  #full({ running }: Use): string | null {
    const { runningAtOnce, runningInAll } = terminalLimits;
    if (running >= runningAtOnce) {
      return `You have ${running} running commands, which is the limit. Ctrl-C ends one.`;
    }
    const inAll = [...this.#uses.values()].reduce((sum, use) => sum + use.running, 0);
    return inAll >= runningInAll
      ? "The server has reached its limit of running commands. Try again in a moment."
      : null;
  }

  complete({ line, tools }: { line: string; tools?: string[] }, caller: Caller): Promise<Completion> {
    return complete(line, learnersCluster(this.#log, caller), tools);
  }

  #use({ learner }: Caller): Use {
    const { appendsAtOnce, appendsPerSecond } = terminalLimits;
    const use = this.#uses.get(learner) ?? {
      running: 0,
      appends: new TokenBucket(appendsAtOnce, appendsPerSecond),
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

/** What has become of a line that could not be written. */
function outcomeOf({ number, text }: { number: number; text: string }, { code }: Refusal): string {
  const outcome = code === "append-unconfirmed" ? "may have been written" : "was not written";
  return `Line ${number} ${outcome}: ${text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text}`;
}

function formatLineCount(lines: number): string {
  return `${lines} ${lines === 1 ? "line" : "lines"}`;
}

/** Waits until one more record may be appended: what was pasted goes on at the rate that one learner has. */
async function turn(appends: TokenBucket, over: AbortSignal): Promise<void> {
  while (!appends.take() && !over.aborted) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
