import { type ParseArgsConfig, parseArgs } from "node:util";
import { Misuse } from "./misuse.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The arguments of a subcommand. Throws a Misuse that shows how it is typed. */
export function argumentsOf<const T extends Options>(args: string[], options: T, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Misuse(`"${args.join(" ")}" is not understood. Type: npm run exercise -- ${usage}`);
  }
}
