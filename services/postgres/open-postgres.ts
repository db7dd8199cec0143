import { StartFailure } from "../start-failure.ts";
import { startLocalPostgres } from "./local-postgres.ts";
import type { PostgresOptions, PostgresService } from "./postgres-service.ts";

/** The server that `DATABASE_URL` names, else one of our own. Throws a StartFailure that says what is missing. */
export async function openPostgres(options: PostgresOptions): Promise<PostgresService> {
  const address = options.env.DATABASE_URL ?? "";
  return address === "" ? startLocalPostgres(options) : externalPostgres(address);
}

function externalPostgres(address: string): PostgresService {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === "") {
    throw new StartFailure(
      "settings-wrong",
      "DATABASE_URL is no address of a PostgreSQL server; one looks like postgresql://user:password@host:5432/database.",
    );
  }
  return {
    kind: "external",
    url: address,
    version: null,
    sentence: `The database is the PostgreSQL at ${url.host}.`,
    died: new Promise(() => {}),
    stop: async () => {},
  };
}
