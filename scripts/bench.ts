/**
 * `npm run bench`: starts a broker and a server of its own and measures them, beside the script a user would write for
 * the same fold. Medians of several rounds; the ratio is the figure that outlives a machine. Writes the table as JSON
 * with the machine's description to `bench.json` below DATA_DIR.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { startServer } from "../playground-server/main.ts";
import { openKafka } from "../services/kafka/open-kafka.ts";
import { plainScript } from "./bench/plain-script.ts";
import { checkOnce, type Person, runOnce, visitor } from "./bench/requests.ts";
import { median, percentile, type Row, table } from "./bench/table.ts";
import { dataFolder } from "./data-folder.ts";

const sequentialRuns = 200;
const sessions = 30;
const runsEach = 10;
const rounds = 5;

const folder = await mkdtemp(join(tmpdir(), "offset-zero-bench-"));
const quiet = () => {};
const kafka = await openKafka({ dataDir: folder, log: quiet, env: { ...process.env, KAFKA_PORT: "0" } });
if (kafka.kind === "none") throw new Error(`There is nothing to measure without Kafka. ${kafka.sentence}`);
const server = await startServer({
  host: "127.0.0.1",
  port: 0,
  kafka,
  siteDir: null,
  dataDir: folder,
  seed: true,
  log: quiet,
});

try {
  const rows = await measure(server.url, kafka.brokers);
  const machine = {
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? "",
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    log: kafka.sentence,
  };
  console.log(`${machine.cores} cores (${machine.cpu}), Node ${machine.node}\n`);
  console.log(table(rows));
  const file = join(dataFolder(process.env), "bench.json");
  await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`);
  console.log(`\nAs JSON in ${file}.`);
} finally {
  await server.close();
  await kafka.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(url: string, brokers: string[]): Promise<Row[]> {
  const one = visitor(url);
  for (let i = 0; i < 20; i++) await runOnce(one);
  const runs = [];
  for (let i = 0; i < sequentialRuns; i++) runs.push(await runOnce(one));
  const first = runs.map(({ firstStep }) => firstStep);
  const whole = runs.map(({ end }) => end);

  await checkOnce(one);
  const checks = [];
  for (let i = 0; i < rounds; i++) checks.push(await checkOnce(one));

  const plain = [];
  for (let i = 0; i < rounds; i++) plain.push(await plainScript(brokers));

  const crowd = Array.from({ length: sessions }, () => visitor(url));
  const crowdRates = [];
  for (let i = 0; i < rounds; i++) crowdRates.push(await crowdRate(crowd));

  return [
    {
      what: "run of the cart lesson over HTTP and Kafka: first step, median",
      value: median(first),
      unit: "ms",
    },
    { what: "the same, 95th percentile", value: percentile(first, 0.95), unit: "ms" },
    { what: "the same, last line, median", value: median(whole), unit: "ms" },
    {
      what: "a plain KafkaJS script with the same reducer, start to result, median",
      value: median(plain),
      unit: "ms",
    },
    { what: "first step against that script", value: median(first) / median(plain), unit: "×" },
    { what: "passing check, 8 records and 200 generated logs, median", value: median(checks), unit: "ms" },
    { what: `runs a second, ${sessions} sessions at once, median`, value: median(crowdRates), unit: "/s" },
  ];
}

/** Runs a second while everybody runs the lesson's code again and again. */
async function crowdRate(crowd: Person[]): Promise<number> {
  const started = performance.now();
  await Promise.all(
    crowd.map(async (person) => {
      for (let i = 0; i < runsEach; i++) await runOnce(person);
    }),
  );
  return (crowd.length * runsEach * 1000) / (performance.now() - started);
}
