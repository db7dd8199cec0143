import { CommandError } from "../command-error.ts";
import type { Flags } from "../read-flags.ts";

/** Throws `Stop` where words are left that the real tool would take for the names of files. */
export function refuseFiles(tool: string, { rest }: Pick<Flags, "rest">, operands = 0): void {
  const file = rest[operands];
  if (file === undefined || (file === "-" && rest.length === operands + 1)) return;
  throw new CommandError(
    `There are no files here: ${tool} reads what comes through the pipe. Leave out ${JSON.stringify(file)}.`,
  );
}
