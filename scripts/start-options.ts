import { parseArgs } from "node:util";
import { readSettings } from "../playground-server/settings.ts";
import { StartFailure } from "../services/start-failure.ts";

export interface StartOptions {
  /** Folders of exercises to show beside the course's. */
  packs: string[];
  /** Write the course's logs even to a cluster that we did not start. */
  seed: boolean;
  /** Build the site where its build is old. The container image says no: its site is built already. */
  build: boolean;
  /** Print the ACLs that the server needs at the cluster of KAFKA_BROKERS, and start nothing. */
  acls: boolean;
}

/** Looks at what the server reads from the environment. Throws a StartFailure that names what cannot be used. */
export function checkSettings(env: NodeJS.ProcessEnv, host: string): void {
  try {
    readSettings(env, host);
  } catch (error) {
    throw new StartFailure("settings-wrong", error instanceof Error ? error.message : String(error));
  }
}

/** Reads the command line of `npm start -- …`. */
export function readOptions(args: string[]): StartOptions {
  try {
    const { pack, ...values } = parseArgs({
      args,
      allowNegative: true,
      options: {
        seed: { type: "boolean", default: false },
        build: { type: "boolean", default: true },
        acls: { type: "boolean", default: false },
        pack: { type: "string", multiple: true, default: [] },
      },
    }).values;
    return { ...values, packs: pack };
  } catch {
    throw new StartFailure(
      "settings-wrong",
      `"${args.join(" ")}" is not understood. The options are --pack <folder> (show the exercises of a folder, too), --seed (write the course's logs to a cluster that Offset Zero did not start) --no-build (serve the site as it is) and --acls (print the ACLs that the server needs at the cluster of KAFKA_BROKERS).`,
    );
  }
}
