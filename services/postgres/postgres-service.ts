/** A PostgreSQL to work with, wherever it came from. */
export interface PostgresService {
  kind: "external" | "local";
  /** `postgresql://user:password@host:port/database` of a role that may create roles and databases. Secret. */
  url: string;
  /** As the server says it: `18.4`. Null before the first connection to one of somebody else. */
  version: string | null;
  /** One sentence for people: where the database runs. It holds no password. */
  sentence: string;
  /** Resolves with one sentence when the server ended without being asked to. Never, for one of somebody else. */
  died: Promise<string>;
  /** Ends what we started, and nothing else. Its data stays. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** A folder of its own; its data survives a restart there. */
  dataDir: string;
  /** Gets a line of progress now and then. */
  log: (line: string) => void;
  /** `DATABASE_URL` names a server of somebody else. */
  env: NodeJS.ProcessEnv;
}
