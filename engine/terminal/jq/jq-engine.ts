/** One call of jq over a text of JSON values. */
export interface JqJob {
  flags: string[];
  program: string;
  input: string;
}

/** What jq printed, without blanks at both ends, and the status it ended with. */
export interface JqResult {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/**
 * The real jq, in a place where an endless program ends and a large one finds no more memory. Jobs run one after the
 * other.
 */
export interface JqEngine {
  /** Throws `Stop` when the program exceeds a limit. */
  run(job: JqJob): Promise<JqResult>;
  close(): void;
}

/** Starts it; `signal` ends it. Throws `Stop` where no more may run. */
export type OpenJq = (signal: AbortSignal) => Promise<JqEngine>;
