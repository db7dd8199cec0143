/** `npm run lesson -- <subcommand> …`: for those who write lessons. Without a subcommand it says what there is. */

import { runSubcommand } from "./authoring/run-subcommand.ts";
import { subcommands } from "./lesson/subcommands.ts";

process.exitCode = await runSubcommand("lesson", subcommands, process.argv.slice(2));
