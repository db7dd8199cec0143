import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../processes/free-ports.ts";
import { installCommand } from "./install-advice.ts";
import { openKafka } from "./open-kafka.ts";

const java17 = `echo 'openjdk version "17.0.15" 2025-04-15' >&2`;
const dockerAsleep = `echo "Cannot connect to the Docker daemon." >&2; exit 1`;

let folder: string;
let lines: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-choice-"));
  await mkdir(join(folder, "bin"));
  lines = [];
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("KAFKA_BROKERS comes first, and a cluster that is not there is said but is no failure", async () => {
  await program("docker", "exit 0");
  const address = `127.0.0.1:${await freePort("127.0.0.1")}`;
  const kafka = await openWithEnvironment({ KAFKA_BROKERS: address, KAFKA_TOPIC_PREFIX: "team-a." });
  expect(kafka).toMatchObject({ kind: "external", brokers: [address], topicPrefix: "team-a.", ours: false });
  expect(lines).toEqual([
    `Now, the cluster at ${address} cannot be reached: no server listens there. The server tries again by itself.`,
  ]);
});

test("a container engine that answers is asked before Java is looked for", async () => {
  await program(
    "docker",
    `echo "$@" >> ${folder}/calls; case "$*" in *"up -d kafka") echo "no space"; exit 1;; *port*) exit 1;; esac`,
  );
  const kafka = await openWithEnvironment();
  const calls = await readFile(join(folder, "calls"), "utf8");
  expect(calls).toMatch(/^info\ncompose version\n/);
  expect(calls).toContain("up -d kafka");
  expect(lines.at(-1)).toBe(
    "The container engine could not start Kafka: no space A broker is started without it.",
  );
  expect(kafka.kind).toBe("none");
});

test("an engine that does not answer within three seconds is passed over", { timeout: 10_000 }, async () => {
  await program("docker", "exec /bin/sleep 60");
  expect((await openWithEnvironment()).kind).toBe("none");
});

test("without Java the site runs alone, and the sentence says the one command", async () => {
  await program("docker", dockerAsleep);
  const kafka = await openWithEnvironment();
  expect(kafka.kind).toBe("none");
  expect(kafka.brokers).toEqual([]);
  expect(kafka.sentence).toContain("No Java was found");
  expect(kafka.sentence).toContain(installCommand(process.platform));
});

test("a Java that is too old is named with its version and place", async () => {
  await program("java", `echo 'openjdk version "11.0.2" 2019-01-15' >&2`);
  const { sentence } = await openWithEnvironment();
  expect(sentence).toContain(`The Java at ${folder}/bin/java is version 11, and Kafka needs 17 or newer.`);
});

test("Java in JAVA_HOME is taken where the one on the PATH is too old", async () => {
  await program("java", `echo 'java version "1.8.0_402"' >&2`);
  await mkdir(join(folder, "jdk", "bin"), { recursive: true });
  await program("../jdk/bin/java", java17);
  const { sentence } = await openWithEnvironment({ JAVA_HOME: join(folder, "jdk") });
  expect(sentence).toContain("Maven is not");
});

test("Java without Maven says that Maven is missing", async () => {
  await program("java", java17);
  const { sentence } = await openWithEnvironment();
  expect(sentence).toContain("Java is installed, but Maven is not");
});

test("a failed fetch gives Maven's reason and the file with its output", async () => {
  await program("java", java17);
  await program("mvn", `echo "[ERROR] Unknown host of the repository."; echo "[ERROR] more"; exit 1`);
  const { sentence } = await openWithEnvironment();
  expect(sentence).toContain("Maven could not download Kafka: Unknown host of the repository.");
  const logFile = /its output is in (.+)\.$/.exec(sentence)?.[1] ?? "";
  expect(await readFile(logFile, "utf8")).toContain("[ERROR] more");
});

test("KAFKA_KIND=none asks for no Kafka", async () => {
  await program("docker", "exit 0");
  expect((await openWithEnvironment({ KAFKA_KIND: "none", KAFKA_BROKERS: "elsewhere:9092" })).kind).toBe(
    "none",
  );
});

test.each([
  ["local", "java-missing"],
  ["container", "container-failed"],
  ["cloud", "settings-wrong"],
])("KAFKA_KIND=%s that cannot be had is a failure, not a quiet none", async (kind, code) => {
  await expect(openWithEnvironment({ KAFKA_KIND: kind })).rejects.toMatchObject({ code });
});

function openWithEnvironment(env: NodeJS.ProcessEnv = {}) {
  return openKafka({
    dataDir: join(folder, "data"),
    log: (line) => lines.push(line),
    env: { PATH: join(folder, "bin"), OFFSET_ZERO_CACHE: join(folder, "cache"), ...env },
  });
}

/** A stand-in for a program on the PATH. */
async function program(name: string, script: string): Promise<void> {
  const file = join(folder, "bin", name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}
