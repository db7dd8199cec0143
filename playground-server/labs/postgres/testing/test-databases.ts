import { inject } from "vitest";
import { type LearnerNames, namesOf } from "../../learner-names.ts";
import { LearnerDatabases } from "../learner-databases.ts";

/** Databases of one test file's learners, on the PostgreSQL that all tests share. */
export interface TestDatabases {
  databases: LearnerDatabases;
  /** Drops what these learners have. */
  close(learners: readonly LearnerNames[]): Promise<void>;
}

export async function openTestDatabases(): Promise<TestDatabases> {
  const databases = await LearnerDatabases.open(inject("postgres"), false);
  return {
    databases,
    async close(learners) {
      for (const names of learners) await databases.drop(names);
      await databases.close();
    },
  };
}

/** The names of a learner of the tests: of one hex digit, which no other test file uses. */
export const learner = (digit: string): LearnerNames => namesOf(digit.repeat(32));
