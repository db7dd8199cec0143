import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { freePort } from "../processes/free-ports.ts";
import { openKafka } from "./open-kafka.ts";
import { forwardTo } from "./testing/port-forward.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-container-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("a kafka container that runs already is used at its port, and not stopped", async () => {
  const { brokers } = inject("kafka");
  await docker(`*"port kafka"*) echo "${brokers[0]}";;`);
  const kafka = await openWithEnvironment({});
  expect(kafka).toMatchObject({ kind: "container", brokers, ours: true, version: null });
  await kafka.stop();
  expect(await calls()).not.toMatch(/up -d|stop/);
});

test("a kafka container is started at a port of this machine, and stopped at the end", async () => {
  const port = await freePort("127.0.0.1");
  await docker(`*"port kafka"*) exit 1;;`);
  const opening = openWithEnvironment({ KAFKA_PORT: String(port) });
  while (!(await calls()).includes("up -d kafka")) await sleep(20);
  // The stand-in starts nothing: a way to the tests' own broker appears in the container's place.
  const container = forwardTo(inject("kafka").brokers[0] ?? "");
  container.listen(port, "127.0.0.1");
  try {
    const kafka = await opening;
    expect(kafka).toMatchObject({ kind: "container", brokers: [`127.0.0.1:${port}`], version: "4.3.1" });
    await kafka.stop();
    expect(await calls()).toMatch(
      new RegExp(`up -d kafka port=${port}\\n.* stop kafka port=${port}\\n$`, "s"),
    );
  } finally {
    container.close();
  }
});

function openWithEnvironment(env: NodeJS.ProcessEnv) {
  return openKafka({
    dataDir: join(folder, "data"),
    log: () => {},
    env: { PATH: folder, KAFKA_KIND: "container", ...env },
  });
}

/** A stand-in for Docker that writes down how it is called. */
async function docker(answers: string): Promise<void> {
  const file = join(folder, "docker");
  await writeFile(
    file,
    `#!/bin/sh\necho "$@ port=$KAFKA_PORT" >> ${folder}/calls\ncase "$*" in ${answers} esac\n`,
  );
  await chmod(file, 0o755);
}

function calls(): Promise<string> {
  return readFile(join(folder, "calls"), "utf8").catch(() => "");
}
