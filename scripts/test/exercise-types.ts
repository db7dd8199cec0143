/**
 * Type-checks every exercise's starter and solution against its own event types, as the editor shows them to a learner.
 * A wrong answer may be wrong in its types too.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../exercises");
const options = [
  "--noEmit",
  "--strict",
  "--target",
  "es2024",
  "--lib",
  "es2024",
  "--types",
  "",
  "--skipLibCheck",
];
let failed = 0;

for (const slug of readdirSync(folder)) {
  const own = join(folder, slug);
  if (!existsSync(join(own, "exercise.yaml"))) continue;
  const sources = [join(own, "starter.ts"), join(own, "solution.ts")];
  const types = [join(folder, "types.d.ts"), join(own, "events.d.ts")];
  const { status, stdout } = spawnSync("tsc", ["--ignoreConfig", ...options, ...types, ...sources], {
    encoding: "utf8",
  });
  if (status === 0) continue;
  failed++;
  console.error(
    `exercises/${slug}: a learner would see these underlined. Mend the source or events.d.ts.\n${stdout}`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;
