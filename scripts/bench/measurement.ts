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
  /** Records of the log whose offsets are looked at. */
  longRecords: number;
}

const fullFold = 1_000_000;
const fullLong = 10_000_000;

/** BENCH_RECORDS sets the length of the longest log. */
export function readScale(env: NodeJS.ProcessEnv): Scale {
  const longRecords = Number(env.BENCH_RECORDS || fullLong);
  if (!Number.isSafeInteger(longRecords) || longRecords < 20_000) {
    throw new Error(`BENCH_RECORDS is ${env.BENCH_RECORDS}; it has to be a whole number from 20000 on.`);
  }
  return { longRecords, foldRecords: Math.min(fullFold, longRecords) };
}

export const counted = (records: number): string => `${records.toLocaleString("en")} records`;
