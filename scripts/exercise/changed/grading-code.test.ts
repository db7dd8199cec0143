import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rootFolder } from "../../data-folder.ts";
import { courseFolder } from "../chosen-exercises.ts";
import { holdsGradingCode, openGradingCode } from "./grading-code.ts";
import { exportRef, repositoryOf } from "./repository.ts";

// What was unpacked from somewhere else has no commits.
test.skipIf(!existsSync(join(rootFolder, ".git")))(
  "a commit of the course is graded by the code that it has itself",
  async () => {
    const ref = await exportRef(await repositoryOf(courseFolder), "HEAD");
    expect(holdsGradingCode(ref.root)).toBe(true);
    const code = await openGradingCode(ref.root, 1);
    try {
      const exercise = await code.read(ref.folder, "cart-views");
      expect(exercise.folder.startsWith(ref.root)).toBe(true);
      expect(await code.grade(exercise, exercise.solution)).toMatchObject({ passed: true });
    } finally {
      await code.close();
      await ref.remove();
    }
  },
);
