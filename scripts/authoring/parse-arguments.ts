import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The arguments of a subcommand of `npm run <script>`. Throws a UsageError that shows how it is typed. */
export function argumentsOf<const T extends Options>(
  args: string[],
  options: T,
  usage: string,
  script = "exercise",
) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new UsageError(`"${args.join(" ")}" is not understood. Type: npm run ${script} -- ${usage}`);
  }
}
