import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import kafkajs from "kafkajs";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RawRecord } from "../../engine/fold/event.ts";
import { classPath } from "../../services/kafka/class-archive.ts";
import { brokerJars } from "../../services/kafka/download-jars.ts";
import { findJava } from "../../services/kafka/find-java.ts";
import { runCommand } from "../../services/processes/run-command.ts";
import type { Refusal } from "../errors.ts";
import { asUser, startBrokerWithAcls } from "../testing/special-broker.ts";
import { bounds, countedRecords, day } from "../testing/test-log.ts";
import {
  lines,
  openTestServer,
  sessionToken,
  silentLogger,
  summingSource,
  waitForCondition,
} from "../testing/test-playground.ts";
import { TestTerminal } from "../testing/test-terminal.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { openKafkaJs } from "./kafka-client.ts";
import { aclCommands, type NeededAcl, neededAcls } from "./needed-acls.ts";
import { openLog } from "./open-log.ts";

/** Each right, alone: the one that a user has not got. */
const rights = neededAcls("").flatMap((acl) => acl.operations.map((operation) => ({ acl, operation })));
const users = rights.map((_, n) => `lacks-${n}`);

let broker: Awaited<ReturnType<typeof startBrokerWithAcls>>;
let admin: kafkajs.Admin;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-acls-"));
  broker = await startBrokerWithAcls(["course", "nobody", ...users]);
  admin = openKafkaJs({ ...broker.settings, client: asUser("admin") }, silentLogger).admin();
  await admin.connect();
});
afterAll(async () => {
  await admin?.disconnect();
  await broker?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Kafka's own tool under its usual name, and how it logs in. */
async function kafkaAcls(): Promise<void> {
  const jars = await brokerJars(process.env, () => {});
  const java = await findJava(process.env);
  const tool = join(folder, "kafka-acls");
  const command = `"${java.path}" -XX:TieredStopAtLevel=1 -cp "${classPath(jars)}" org.apache.kafka.tools.AclCommand`;
  await writeFile(tool, `#!/bin/sh\nexec ${command} "$@"\n`);
  await chmod(tool, 0o755);
  const login = `org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="admin";`;
  await writeFile(
    join(folder, "admin.properties"),
    `security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=${login}\n`,
  );
}

test("with the rights that are printed, and no others, everything works", async () => {
  await kafkaAcls();
  const settings = { ...broker.settings, client: asUser("course"), topicPrefix: "oz-" };
  for (const line of aclCommands("course", "oz-", settings.brokers)) {
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    const { code, output } = await runCommand("/bin/sh", ["-c", line], { env, cwd: folder });
    expect([code, output], line).toEqual([0, output]);
  }
  const notices: string[] = [];
  const server = await openTestServer(settings, { tell: (line) => notices.push(line) });
  try {
    const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
    await waitForCondition(async () => (await server.app.inject("/readyz")).statusCode === 200, "readiness");
    expect(notices.join("\n")).not.toContain("ACL");
    const run = { source: summingSource(), log: { topic: "course.carts" } };
    const { body } = await server.app.inject({ method: "POST", url: "/api/runs", payload: run });
    expect(lines(body).at(-1)).toMatchObject({ kind: "end", verdict: "ok" });

    const page = await TestClient.open(address, sessionToken("a-session-with-exactly-its-rights"));
    const terminal = new TestTerminal(page);
    page.send({ kind: "append", id: "a", topic: "mine.carts", key: "k", event: { type: "A", data: {} } });
    await page.next(({ id, message }) => id === "a" && message.kind === "appended");
    page.send({ kind: "tail", id: "t", topic: "mine.carts" });
    await page.next(({ id, message }) => id === "t" && message.kind === "tailing");
    page.send({ kind: "append", id: "b", topic: "mine.carts", key: "k", event: { type: "B", data: {} } });
    await page.next(({ id, message }) => id === "t" && message.kind === "record");
    const consume = "kafka-console-consumer --topic mine.carts --group readers --from-beginning";
    expect((await terminal.run(`${consume} --max-messages 2`)).at(-1)).toBe(
      "Processed a total of 2 messages",
    );
    expect((await terminal.run("kafka-consumer-groups --describe --group readers")).join()).toMatch(
      /readers/,
    );
    const reset = "kafka-consumer-groups --reset-offsets --group readers --topic mine.carts --to-earliest";
    expect((await terminal.run(`${reset} --execute`)).join("\n")).toMatch(/readers +mine\.carts/);
    expect((await terminal.run("kafka-consumer-groups --delete --group readers")).join()).toMatch(
      /successful/,
    );
    expect((await terminal.run("kafka-topics --create --topic mine.made")).join()).toMatch(/Created topic/);
    expect((await terminal.run("kafka-topics --describe --topic mine.made")).join()).toMatch(/retention\.ms/);
    expect(await terminal.run("kafka-topics --delete --topic mine.made")).toEqual([]);
    page.close();
  } finally {
    await server.close();
  }
});

test("seeding without rights tells the operator what is missing, and calls no topic missing that it may not see", async () => {
  const notices: string[] = [];
  const settings = { ...broker.settings, client: asUser("nobody"), topicPrefix: "none-", ours: false };
  const server = await openTestServer(settings, { tell: (line) => notices.push(line) });
  const ready = await server.app.inject("/readyz");
  await server.close();
  expect(ready.statusCode).toBe(503);
  expect(notices).toEqual([
    expect.stringMatching(
      /^Kafka does not let this server read the topic none-course\..+: the ACL Read is missing\. .+--acls/,
    ),
  ]);
});

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
const operations = {
  Read: AclOperationTypes.READ,
  Write: AclOperationTypes.WRITE,
  Create: AclOperationTypes.CREATE,
  Delete: AclOperationTypes.DELETE,
  Alter: AclOperationTypes.ALTER,
  Describe: AclOperationTypes.DESCRIBE,
  DescribeConfigs: AclOperationTypes.DESCRIBE_CONFIGS,
  AlterConfigs: AclOperationTypes.ALTER_CONFIGS,
};
const resources = {
  topic: AclResourceTypes.TOPIC,
  group: AclResourceTypes.GROUP,
  "transactional-id": AclResourceTypes.TRANSACTIONAL_ID,
  cluster: AclResourceTypes.CLUSTER,
};

/** Gives a user all rights but one. */
async function grantAllBut(user: string, prefix: string, missing: (typeof rights)[number]): Promise<void> {
  const granted = neededAcls(prefix).flatMap((acl, n) =>
    acl.operations
      .filter(
        (operation) =>
          neededAcls("")[n]?.name !== missing.acl.name ||
          acl.resource !== missing.acl.resource ||
          operation !== missing.operation,
      )
      .map((operation) => ({ acl, operation })),
  );
  const { ANY } = AclOperationTypes;
  const acl = granted.map(({ acl: { resource, name, prefixed }, operation }) => ({
    resourceType: resources[resource],
    resourceName: resource === "cluster" ? "kafka-cluster" : name,
    resourcePatternType: prefixed ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
    principal: `User:${user}`,
    host: "*",
    operation: operations[operation],
    permissionType: AclPermissionTypes.ALLOW,
  }));
  await admin.createAcls({ acl });
  // The broker takes them over a moment later.
  await waitForCondition(async () => {
    const found = await admin.describeAcls({
      resourceType: AclResourceTypes.ANY,
      resourcePatternType: ResourcePatternTypes.ANY,
      principal: `User:${user}`,
      operation: ANY,
      permissionType: AclPermissionTypes.ANY,
    });
    return found.resources.flatMap(({ acls }) => acls).length === acl.length;
  }, "the ACLs");
}

const learner = "0123456789abcdef0123456789abcdef";
const own = `mine.${learner}.carts`;
const position = { topic: "course.small", partition: 0, offset: 0 };
const record: RawRecord = {
  position,
  timestamp: 1,
  key: "k",
  headers: {},
  value: JSON.stringify(countedRecords(1)),
};

/** Everything for which the server needs rights, until something is refused. */
async function useAll(log: ReturnType<typeof openLog>): Promise<void> {
  await log.seed([{ topic: "course.small", partitions: 1, records: [record] }], true);
  await log.read({ topic: "course.small" }, bounds);
  await log.topics.describe("course.small");
  await log.append(own, "k", countedRecords(1), "192.0.2.1");
  await log.read({ topic: own }, bounds);
  await log.topics.describe(own);
  await log.topics.grow(own, 4);
  await log.topics.configure(own, new Map([["retention.ms", "60000"]]));
  await log.topics.deleteRecords(own, [{ partition: 0, offset: 0 }]);
  await log.topics.sweep();
  const group = `mine.${learner}.readers`;
  await log.groups.consume(
    { group, topic: own, fromBeginning: true },
    () => false,
    new AbortController().signal,
  );
  await log.groups.remove(group);
  await (await log.openTransactions(`mine.${learner}.decider`)).close();
  const other = `mine.${learner}.other`;
  await log.append(other, "k", countedRecords(1), "192.0.2.1");
  await log.topics.remove(own);
  // After a deletion the brokers are asked how large the other topics are.
  await log.append(other, "k", countedRecords(1), "192.0.2.1");
}

test.each(rights.map((right, n) => ({ ...right, n, title: titleOf(right.acl) })))(
  "without $operation on $title the message names what is missing",
  async ({ acl, operation, n }) => {
    const prefix = `p${n}-`;
    await grantAllBut(`lacks-${n}`, prefix, { acl, operation });
    const warned: string[] = [];
    const logger = pino({ level: "warn" }, { write: (line: string) => warned.push(line) });
    const quota = { perSession: 9, perAddress: 9, inAll: 9, idle: 7 * day };
    const settings = { ...broker.settings, client: asUser(`lacks-${n}`), topicPrefix: prefix };
    const log = openLog(settings, quota, logger);
    try {
      const refused = await useAll(log).then(
        () => null,
        (error: Refusal) => error,
      );
      const name = acl.resource === "cluster" ? "the cluster" : prefix + acl.name;
      if (refused)
        expect(refused).toMatchObject({
          code: "log-refused",
          next: { message: expect.stringContaining("--acls") },
        });
      // What is done in the background is refused in the background.
      const message = refused?.message ?? warned.join();
      expect(message).toContain(name);
      // Who may change settings may see them: what is refused first is to see them.
      const named = operation === "AlterConfigs" ? "DescribeConfigs" : operation;
      expect(message).toMatch(new RegExp(`the ACL ${named} .*is missing\\.`));
    } finally {
      await log.close();
    }
  },
);

function titleOf({ resource, name, prefixed }: NeededAcl): string {
  return resource === "cluster" ? "the cluster" : `the ${resource} ${name}${prefixed ? "*" : ""}`;
}
