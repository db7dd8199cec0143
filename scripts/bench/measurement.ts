import type { BenchEnvironment } from "./bench-environment.ts";
import type { Row } from "./result-table.ts";

/** Something the bench measures, by a name that can be asked for. */
export interface Measurement {
  name: string;
  measure(environment: BenchEnvironment, scale: Scale): Promise<Row[]>;
}

/** How much is measured. Figures of less than the full scale are for a quick look, not for comparing. */
export interface Scale {
  /** Records of the logs that all contenders fold. */
  foldRecords: number;
  /** How many times over they are the log whose offsets are looked at. */
  times: number;
  /** A measurement that has more rounds makes only so many. */
  mostRounds: number;
}

const fullFold = 1_000_000;
const fullLong = 10_000_000;
const shortLong = 50_000;
const shortRounds = 2;

/**
 * BENCH_RECORDS sets the length of the longest log, rounded up to whole times of the shorter ones. `short` makes the
 * logs shorter, unless BENCH_RECORDS says otherwise, and the rounds fewer.
 */
export function readScale(env: NodeJS.ProcessEnv, short: boolean): Scale {
  const longRecords = Number(env.BENCH_RECORDS || (short ? shortLong : fullLong));
  if (!Number.isSafeInteger(longRecords) || longRecords < 20_000) {
    throw new Error(`BENCH_RECORDS is ${env.BENCH_RECORDS}; it has to be a whole number from 20000 on.`);
  }
  const foldRecords = Math.min(fullFold, longRecords);
  const times = Math.ceil(longRecords / foldRecords);
  return { foldRecords, times, mostRounds: short ? shortRounds : Number.POSITIVE_INFINITY };
}

/** The log that the fold lane is measured with, and any offset after it. */
export const foldTopic = (partitions: number) => `course.bench-fold-${partitions}`;

export const formatRecords = (records: number): string => `${records.toLocaleString("en")} records`;
