import type { House } from "./house.ts";
import type { Row } from "./table.ts";

/** Something the bench measures, by a name that can be asked for. */
export interface Measurement {
  name: string;
  measure(house: House, scale: Scale): Promise<Row[]>;
}

/** How long the logs are: less than the full size is for a quick look, its figures are no figures. */
export interface Scale {
  /** Records of the logs that all contenders fold. */
  foldRecords: number;
  /** How many times over they are the log whose offsets are looked at. */
  times: number;
}

const fullFold = 1_000_000;
const fullLong = 10_000_000;

/** BENCH_RECORDS sets the length of the longest log, rounded up to whole times of the shorter ones. */
export function readScale(env: NodeJS.ProcessEnv): Scale {
  const longRecords = Number(env.BENCH_RECORDS || fullLong);
  if (!Number.isSafeInteger(longRecords) || longRecords < 20_000) {
    throw new Error(`BENCH_RECORDS is ${env.BENCH_RECORDS}; it has to be a whole number from 20000 on.`);
  }
  const foldRecords = Math.min(fullFold, longRecords);
  return { foldRecords, times: Math.ceil(longRecords / foldRecords) };
}

/** The log that the fold lane is measured with, and any offset after it. */
export const foldTopic = (partitions: number) => `course.bench-fold-${partitions}`;

export const counted = (records: number): string => `${records.toLocaleString("en")} records`;
