import type { Connection, Submittable } from "pg";
import type { SqlFailure } from "../../../engine/labs/database/sql-answer.ts";
import { postgresLimits } from "./limits.ts";

export interface SqlColumn {
  name: string;
  /** The OID of its type, as in `pg_type`. */
  type: number;
}

/** Whether the session is within a transaction afterwards, as the protocol says it: idle, open, failed. */
export type TransactionLetter = "I" | "T" | "E";

/** What one statement led to. */
export interface StatementAnswer {
  columns: SqlColumn[];
  /** Values as PostgreSQL writes them; null for NULL. */
  rows: (string | null)[][];
  /** Whether there were more rows than asked for. */
  more: boolean;
  /** `UPDATE 1`; the empty string where the answer was cut or the statement failed. */
  tag: string;
  failure: SqlFailure | null;
  transaction: TransactionLetter;
}

/** The messages of pg's connection that its types leave out. */
interface ExtendedConnection extends Connection {
  once(event: "readyForQuery", hear: (message: { status: TransactionLetter }) => void): this;
  sendCopyFail(message: string): void;
}

interface ErrorFields {
  severity?: string;
  code?: string;
  message?: string;
  detail?: string;
  hint?: string;
  position?: string;
}

/**
 * One statement by the extended protocol: the server refuses a text with two, and sends no more rows than asked for, so
 * that nothing needs to be cancelled and the transaction goes on.
 */
export class StatementQuery implements Submittable {
  readonly answer: Promise<StatementAnswer>;
  readonly #text: string;
  readonly #most: number;
  readonly #given: StatementAnswer = {
    columns: [],
    rows: [],
    more: false,
    tag: "",
    failure: null,
    transaction: "I",
  };
  #resolve: (answer: StatementAnswer) => void = () => {};
  #reject: (error: Error) => void = () => {};

  /** `most`: rows that are kept. */
  constructor(text: string, most: number) {
    this.#text = text;
    this.#most = most;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: Connection): void {
    const server = connection as ExtendedConnection;
    server.once("readyForQuery", ({ status }) => this.#resolve({ ...this.#given, transaction: status }));
    server.parse({ text: this.#text, name: "", types: [] }, false);
    server.bind({ portal: "", statement: "", values: [], binary: false } as never, false);
    server.describe({ type: "P", name: "" }, false);
    server.execute({ portal: "", rows: this.#most + 1 } as never, false);
    server.sync();
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#given.columns = fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this.#given.rows.length < this.#most) this.#given.rows.push(fields);
    else this.#given.more = true;
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#given.tag = text;
  }

  handlePortalSuspended(): void {
    this.#given.more = true;
  }

  handleEmptyQuery(): void {}

  handleReadyForQuery(): void {}

  handleCopyInResponse(connection: ExtendedConnection): void {
    connection.sendCopyFail("There is no file to copy from: use INSERT.");
    // The server ignored the sync that came while it waited for a file.
    connection.sync();
  }

  handleCopyData(): void {}

  /** An error of the statement; any other, and one that ends the connection, is thrown. */
  handleError(error: Error & ErrorFields): void {
    if (error.code !== undefined && error.severity === "ERROR") this.#given.failure = failureOf(error);
    else this.#reject(error);
  }
}

/** The fields of an error or a notice, of bounded length. */
export function failureOf({ severity, code, message, detail, hint, position }: ErrorFields): SqlFailure {
  return {
    severity: severity ?? "ERROR",
    code: code ?? "XX000",
    message: cut(message ?? ""),
    detail: detail === undefined ? null : cut(detail),
    hint: hint === undefined ? null : cut(hint),
    position: position === undefined ? null : Number(position),
  };
}

function cut(text: string): string {
  const { messageCharacters: most } = postgresLimits;
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
