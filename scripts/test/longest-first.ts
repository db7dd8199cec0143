import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take a minute and more, the longest first: one that begins last keeps a worker busy while the other has
 * nothing left to do. Vitest itself knows durations only from an earlier run in the same folder.
 */
const longest = [
  "playground-server/labs/cluster/cluster.lab.test.ts",
  "e2e/pages-desktop.e2e.ts",
  "e2e/states-desktop.e2e.ts",
  "e2e/workbench.e2e.ts",
  "e2e/controls-reachable.e2e.ts",
  "e2e/challenges.e2e.ts",
  "e2e/pages-phone.e2e.ts",
  "e2e/languages.e2e.ts",
  "e2e/lessons.e2e.ts",
  "e2e/lighthouse.e2e.ts",
  "scripts/start.kafka.test.ts",
  "playground-server/terminal/shared-groups.kafka.test.ts",
  "playground-server/runs/fold-lane/one-end.kafka.test.ts",
  "playground-server/terminal/same-as-real-tools.kafka.test.ts",
  "scripts/exercise/check/check.test.ts",
  "scripts/exercise/new/new.test.ts",
  "scripts/exercise/check/command.test.ts",
];

/** They wait until the first of the files above has done with the three brokers. */
const last = [
  "playground-server/cluster-test/cluster-test.lab.test.ts",
  "playground-server/terminal/same-as-kafka-acls.lab.test.ts",
];

/** Vitest's own order, with the longest files at the front of their project and those that wait at its end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const file = relative(this.ctx.config.root, moduleId).replaceAll("\\", "/");
      if (last.includes(file)) return longest.length + 1;
      const at = longest.indexOf(file);
      return at < 0 ? longest.length : at;
    };
    const sorted = await super.sort(files);
    const projects = Map.groupBy(sorted, ({ project }) => project.name);
    return [...projects.values()].flatMap((ofProject) => ofProject.sort((a, b) => place(a) - place(b)));
  }
}
