/**
 * `npm run soak -- 30`: good and hostile runs side by side for so many minutes (1 unless said), against a server and a
 * broker of its own; then says whether memory stayed flat, and whether a process or a descriptor was left behind.
 */
import { mkdir } from "node:fs/promises";
import { openBenchEnvironment } from "./bench/bench-environment.ts";
import { dataFolder } from "./data-folder.ts";
import { reportOpenHandles } from "./open-handles.ts";
import { megabytes } from "./soak/process-stats.ts";
import { soak } from "./soak/soak.ts";

const minutes = Number(process.argv[2] ?? 1);
if (!(minutes > 0)) throw new Error(`${process.argv[2]} is no number of minutes; try npm run soak -- 30.`);
const dataDir = dataFolder(process.env);
await mkdir(dataDir, { recursive: true });
const environment = await openBenchEnvironment(dataDir);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void environment.close().finally(() => process.exit(1)));
}
try {
  const { heard, looks, before, after, wrong } = await soak(environment, minutes * 60_000);
  for (const [end, count] of [...heard.ends].sort(([, a], [, b]) => b - a)) console.log(`${count}  ${end}`);
  const tenth = Math.max(1, Math.floor(looks.length / 10));
  console.log(
    `memory in MB: ${looks
      .filter((_, i) => i % tenth === 0)
      .map(({ bytes }) => megabytes(bytes))
      .join(" ")}`,
  );
  console.log(`processes ${before.processes}, then ${after.processes}; zombies ${after.zombies}`);
  console.log(`descriptors ${before.descriptors}, then ${after.descriptors}`);
  for (const sentence of wrong) console.log(sentence);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await environment.close();
}
reportOpenHandles();
