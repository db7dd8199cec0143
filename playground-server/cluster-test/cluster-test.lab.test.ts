import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { type ClusterState, evolve, initialState } from "../../engine/labs/cluster/evolve.ts";
import type { ClusterTestBody, ClusterTestMessage } from "../../engine/protocol/cluster-test-types.ts";
import { HttpLearner } from "../labs/testing/http-learner.ts";

let login: NonNullable<ClusterState["login"]>;
let plain: string;

beforeAll(async () => {
  const learner = await HttpLearner.join(inject("labServer"), "cluster", { initialState, evolve });
  await learner.open();
  const state = await learner.until("the login", (seen) => seen.login !== null && seen.partitions.length > 0);
  login = state.login as typeof login;
  plain = state.brokers[1]?.address ?? "";
});

async function testOf(
  body: Partial<ClusterTestBody>,
): Promise<{ found: string[]; last: string; works: boolean }> {
  const answer = await fetch(`${inject("labServer")}/api/cluster-test`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ tls: true, ca: login.ca, address: login.addresses[1], ...body }),
  });
  const lines = (await answer.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ClusterTestMessage);
  const steps = lines.filter((line) => line.kind === "cluster-test-step");
  const end = lines.at(-1);
  return {
    found: steps.map(({ step, outcome }) => `${step} ${outcome}`),
    last: steps.at(-1)?.message ?? "",
    works: end?.kind === "cluster-test-end" && end.works,
  };
}

const sasl = (password = login.password, mechanism: "PLAIN" | "SCRAM-SHA-256" = "PLAIN") => ({
  mechanism,
  username: login.username,
  password,
});
const network = ["address works", "dns works", "tcp works"];

test("the right settings pass every step, and the topic's settings are looked at", async () => {
  const { found, works } = await testOf({ sasl: sasl(), topic: "orders", group: "shop-mine" });
  expect(found.slice(0, 6)).toEqual([...network, "tls works", "login works", "brokers works"]);
  // The user may read and not write, and may not read the settings.
  expect(found.slice(6)).toEqual(["topic advice", "group works", "settings advice"]);
  expect(works).toBe(true);
});

test("without a login at the listener that asks for none, the settings are audited", async () => {
  const { found, last } = await testOf({ address: plain, tls: false, topic: "orders" });
  expect(found.slice(3)).toEqual([
    "tls skipped",
    "login works",
    "brokers works",
    "topic works",
    "group skipped",
    "settings works",
  ]);
  expect(last).not.toBe("");
});

test("each mistake ends at its step, with what to change", async () => {
  const stopped = async (body: Partial<ClusterTestBody>, step: string, words: string) => {
    const { found, last, works } = await testOf(body);
    expect(found.at(-1)).toBe(`${step} failed`);
    expect(last).toContain(words);
    expect(works).toBe(false);
  };
  await stopped({ ca: undefined, sasl: sasl() }, "tls", "authority that is not known");
  await stopped({ ca: "not a certificate", sasl: sasl() }, "tls", "PEM");
  await stopped({ address: plain, sasl: sasl() }, "tls", "does not speak TLS");
  await stopped({ tls: false, sasl: sasl() }, "login", "you did not ask for TLS");
  await stopped({}, "login", "asks for a login");
  await stopped({ sasl: sasl("wrong") }, "login", "password is wrong");
  await stopped(
    { sasl: sasl(login.password, "SCRAM-SHA-256") },
    "login",
    "does not offer SCRAM-SHA-256. It offers PLAIN",
  );
});

test("rights that lack are named with the ACL that gives them", async () => {
  const denied = await testOf({ sasl: sasl(), topic: "payments" });
  expect(denied).toMatchObject({ works: false });
  expect(denied.last).toContain("--operation Describe --topic payments");
  const group = await testOf({ sasl: sasl(), group: "audit-mine" });
  expect(group.found.at(-1)).toBe("group failed");
  expect(group.last).toContain("Failed to find group coordinator");
  const absent = await testOf({ address: plain, tls: false, topic: "order" });
  expect(absent.last).toContain("There is no topic order");
});

test("nothing that was typed is in a log of the server", async () => {
  const logs = join(inject("labsDir"), "..", "logs");
  const texts = await Promise.all((await readdir(logs)).map((name) => readFile(join(logs, name), "utf8")));
  for (const secret of [login.password, "not a certificate", "audit-mine"])
    expect(texts.join("")).not.toContain(secret);
});

test("another port of this machine is not tried", async () => {
  const { port } = new URL(inject("labServer"));
  expect(await testOf({ address: `127.0.0.1:${port}` })).toMatchObject({
    found: ["address failed"],
    works: false,
  });
});
