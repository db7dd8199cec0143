import { describeUnknown } from "./nearest-name.ts";
import { UsageError } from "./usage-error.ts";

/** A subcommand of `npm run exercise` or `npm run lesson`. Its module is loaded only when it is asked for. */
export interface Subcommand {
  name: string;
  /** The subcommand with its arguments, as they are typed. */
  usage: string;
  /** What it does, in a sentence or two. */
  says: string;
  /** `run` gives the exit code, and throws a `UsageError` for arguments that it cannot use. */
  load(): Promise<{ run(args: string[]): Promise<number> }>;
}

/** Runs what was typed behind `npm run <script> --`, and gives the exit code: 2 where it was not understood. */
export async function runSubcommand(
  script: string,
  subcommands: Subcommand[],
  [name, ...args]: string[],
): Promise<number> {
  if (name === undefined || name === "help" || name === "--help") {
    console.log(help(script, subcommands));
    return 0;
  }
  try {
    const found = subcommands.find((each) => each.name === name);
    if (!found) {
      const names = subcommands.map((each) => each.name);
      throw new UsageError(
        `${describeUnknown("subcommand", name, names)} npm run ${script} shows what each of them does.`,
      );
    }
    if (args.includes("--help")) {
      console.log(`npm run ${script} -- ${found.usage}\n\n${found.says}`);
      return 0;
    }
    return await (await found.load()).run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}

/** What there is, one subcommand below the other. */
function help(script: string, subcommands: Subcommand[]): string {
  const lines = subcommands.map(({ usage, says }) => `  ${usage}\n      ${says}`);
  return `npm run ${script} -- <subcommand> …\n\n${lines.join("\n\n")}`;
}
