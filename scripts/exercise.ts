/** `npm run exercise -- <subcommand> …`: the bench of those who write exercises. Without a subcommand it says what there is. */

import { describeUnknown } from "./exercise/nearest-name.ts";
import { help, subcommands } from "./exercise/subcommands.ts";
import { UsageError } from "./exercise/usage-error.ts";

const [name, ...args] = process.argv.slice(2);
try {
  process.exitCode = await run(name, args);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run(name: string | undefined, args: string[]): Promise<number> {
  if (name === undefined || name === "help" || name === "--help") {
    console.log(help());
    return 0;
  }
  const found = subcommands.find((each) => each.name === name);
  if (!found) {
    const names = subcommands.map((each) => each.name);
    throw new UsageError(
      `${describeUnknown("subcommand", name, names)} npm run exercise shows what each of them does.`,
    );
  }
  if (args.includes("--help")) {
    console.log(`npm run exercise -- ${found.usage}\n\n${found.says}`);
    return 0;
  }
  return (await found.load()).run(args);
}
