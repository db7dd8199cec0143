import type { Row } from "../bench/result-table.ts";
import type { ChaosEnvironment } from "./chaos-environment.ts";

/** Something that is done to the product, and the rows of the table that come of it. */
export interface Scenario {
  name: string;
  run(environment: ChaosEnvironment, scale: ChaosScale): Promise<Row[]>;
}

/** How much of everything. The short form shows the same faults with less certainty. */
export interface ChaosScale {
  /** Kills of broker, server and sandbox while events are appended. */
  kills: number;
  /** Runs of long logs, each with a kill. */
  longFolds: number;
  longRecords: number;
  /** How long the crowds of learners work, in ms. */
  crowdMilliseconds: number;
  learners: number;
  /** Bursts of hostile runs, one after the other. */
  bursts: number;
  /** Answers that nobody reads. */
  unread: number;
}

export const fullScale: ChaosScale = {
  kills: 50,
  longFolds: 12,
  longRecords: 250_000,
  crowdMilliseconds: 120_000,
  learners: 300,
  bursts: 3,
  unread: 250,
};

export const shortScale: ChaosScale = {
  kills: 6,
  longFolds: 2,
  longRecords: 120_000,
  crowdMilliseconds: 10_000,
  learners: 100,
  bursts: 1,
  unread: 250,
};
