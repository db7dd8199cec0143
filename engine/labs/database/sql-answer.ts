/** Some rows of a table, as text: what PostgreSQL writes for each value, null for NULL. */
export interface TableRows {
  name: string;
  columns: string[];
  rows: (string | null)[][];
  /** Whether it has more rows than these. */
  more: boolean;
}

/** Why PostgreSQL did not do a statement: the fields of its error. */
export interface SqlFailure {
  /** `ERROR`, `FATAL`; of a notice `NOTICE`, `WARNING`. */
  severity: string;
  /** SQLSTATE, as in `40001`. */
  code: string;
  message: string;
  detail: string | null;
  hint: string | null;
  /** The character of the statement at which it was noticed, from 1. */
  position: number | null;
}
