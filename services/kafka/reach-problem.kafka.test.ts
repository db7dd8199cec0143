import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openKafka } from "./open-kafka.ts";
import { type SecuredBroker, startSecuredBroker } from "./testing/secured-broker.ts";

let folder: string;
let broker: SecuredBroker;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-secured-"));
  broker = await startSecuredBroker(folder);
});

afterAll(async () => {
  await broker?.stop();
  await rm(folder, { recursive: true, force: true });
});

const login = { KAFKA_SASL_USERNAME: "course", KAFKA_SASL_PASSWORD: "right" };
const wrongLogin = { ...login, KAFKA_SASL_PASSWORD: "wrong" };
/** Names the CA once there is one. */
const ours = { KAFKA_SSL_CA: "ca" };
const another = { KAFKA_SSL_CA: "otherCa" };
const again = "Change the setting and start again.";

test.each([
  ["PLAINTEXT", {}],
  ["SASL_PLAINTEXT", login],
  ["SSL", ours],
  ["SASL_SSL", { ...ours, ...login }],
] as const)("%s is reached with what it asks for", async (listener, settings) => {
  expect(await describeProblems(listener, settings)).toEqual([]);
});

test.each([
  ["SSL", {}, "it speaks TLS, and this server does not: set KAFKA_SSL=true"],
  ["SASL_SSL", {}, "it speaks TLS, and this server does not: set KAFKA_SSL=true"],
  ["SASL_SSL", login, "it speaks TLS, and this server does not: set KAFKA_SSL=true"],
  ["PLAINTEXT", ours, "it does not speak TLS: leave KAFKA_SSL and KAFKA_SSL_CA out"],
  ["SASL_PLAINTEXT", { ...ours, ...login }, "it does not speak TLS: leave KAFKA_SSL and KAFKA_SSL_CA out"],
  [
    "SSL",
    another,
    "its certificate is not signed by the CA in KAFKA_SSL_CA: name the file of the CA that signed it",
  ],
  ["SSL", { KAFKA_SSL: "true" }, "its certificate is not known here: set KAFKA_SSL_CA"],
  ["SASL_PLAINTEXT", {}, "it asks for a login: set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD"],
  ["SASL_SSL", ours, "it asks for a login: set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD"],
  ["PLAINTEXT", login, "it asks for no login: leave KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD out"],
  ["SASL_PLAINTEXT", wrongLogin, "the user name or password is wrong"],
  ["SASL_SSL", { ...ours, ...wrongLogin }, "the user name or password is wrong"],
  [
    "SASL_PLAINTEXT",
    { ...login, KAFKA_SASL_MECHANISM: "SCRAM-SHA-256" },
    "it does not offer SCRAM-SHA-256: set KAFKA_SASL_MECHANISM to one that it offers",
  ],
] as const)("%s with %o is said in words that name the setting", async (listener, settings, words) => {
  const [line, ...more] = await describeProblems(listener, settings);
  expect(more).toEqual([]);
  expect(line).toContain(`cannot be reached: ${words}`);
  expect(line).toContain(again);
});

/** What is printed when this listener is named in KAFKA_BROKERS. */
async function describeProblems(
  listener: keyof SecuredBroker["at"],
  settings: NodeJS.ProcessEnv,
): Promise<string[]> {
  const lines: string[] = [];
  const ca = settings.KAFKA_SSL_CA as "ca" | "otherCa" | undefined;
  const kafka = await openKafka({
    dataDir: join(folder, "data", listener),
    log: (line) => lines.push(line),
    env: { ...settings, KAFKA_BROKERS: broker.at[listener], ...(ca && { KAFKA_SSL_CA: broker[ca] }) },
  });
  await kafka.stop();
  return lines;
}
