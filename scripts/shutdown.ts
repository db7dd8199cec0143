import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { endWatched } from "../services/processes/guard-process.ts";
import { StartFailure } from "../services/start-failure.ts";
import { folderFailure } from "./data-folder.ts";

/** Parts end within seconds; after this we go anyway, and the guard ends what is left. */
const longestEndMs = 25_000;
/** One Ctrl-C may reach us twice, from the terminal and from npm. A later one means "at once". */
const impatientMs = 1_500;

export interface Shutdown {
  /** Prints a line, unless the end has begun: nothing is promised after it. */
  say(line: string): void;
  /**
   * Names something that has to be ended. The last one begun is ended first. After the end has begun it is ended at
   * once, and this throws, so that nothing more is begun.
   */
  onEnd(end: () => Promise<void>): void;
}

/**
 * Runs `begin` and keeps the process alive until a signal, a failure or the death of who started us;
 * then ends all parts in order. A failure is one sentence on the terminal, details are in a file. `logDir` is in the
 * data folder.
 */
export async function runUntilShutdown(
  logDir: string,
  begin: (shutdown: Shutdown) => Promise<void>,
): Promise<void> {
  const ends: (() => Promise<void>)[] = [];
  let endingSince: number | undefined;

  const end = async (code: number): Promise<void> => {
    if (endingSince !== undefined) return;
    endingSince = Date.now();
    setTimeout(() => process.exit(1), longestEndMs).unref();
    for (let part = ends.pop(); part !== undefined; part = ends.pop()) {
      await part().catch((error) => console.error(`While stopping: ${sentenceOf(error, logDir)}`));
    }
    await endWatched(5_000);
    process.exit(code);
  };

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (endingSince === undefined) {
        console.log("Ending.");
        void end(0);
      } else if (Date.now() - endingSince > impatientMs) process.exit(1);
    });
  }
  // bootstrap.mjs holds a channel to us: when it is killed, nobody is left to stop us.
  process.once("disconnect", () => void end(0));
  process.on("uncaughtException", (error) => {
    console.error(sentenceOf(error, logDir));
    void end(1);
  });

  try {
    await begin({
      say: (line) => {
        if (endingSince === undefined) console.log(line);
      },
      onEnd: (part) => {
        if (endingSince === undefined) ends.push(part);
        else {
          void part();
          throw new Error("The end has begun.");
        }
      },
    });
  } catch (error) {
    // What fails because everything is being ended is no news.
    if (endingSince === undefined) console.error(sentenceOf(error, logDir));
    await end(1);
  }
}

function sentenceOf(error: unknown, logDir: string): string {
  if (error instanceof StartFailure) return error.message;
  const failure = folderFailure(error, dirname(logDir));
  if (failure !== null) return failure.message;
  const file = join(logDir, "crash.log");
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    mkdirSync(logDir, { recursive: true });
    writeFileSync(file, `${new Date().toISOString()}\n${text}\n`);
  } catch {
    return text;
  }
  const first = (text.split("\n")[0] ?? "").replace(/[.:]$/, "");
  return `Offset Zero had an unexpected error: ${first}. The details are in ${file}.`;
}
