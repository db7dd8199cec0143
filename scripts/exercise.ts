/** `npm run exercise -- <subcommand> …`: the bench of those who write exercises. Without a subcommand it says what there is. */

import { runSubcommand } from "./authoring/run-subcommand.ts";
import { subcommands } from "./exercise/subcommands.ts";

process.exitCode = await runSubcommand("exercise", subcommands, process.argv.slice(2));
