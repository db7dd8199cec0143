import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { isolateTopics, openTestServer, sessionToken, type TestServer } from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";

let server: TestServer;
let address: string;
let client: TestClient;
beforeAll(async () => {
  server = await openTestServer(isolateTopics(inject("kafka")), { env: { LEARNER_TOPICS_PER_SESSION: "3" } });
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  client = await TestClient.open(address, sessionToken("a-session-of-the-terminal"));
});
afterAll(async () => {
  client.close();
  await server.close();
});

let count = 0;

/** Begins a line in a terminal. */
function begin(line: string, on = client): string {
  const id = `t${++count}`;
  on.send({ kind: "terminal", id, line });
  return id;
}

function printed(id: string, on = client): string[] {
  return on.answers(id).flatMap(({ lines }) => (lines ?? []).map(({ text }: { text: string }) => text));
}

/** Waits until the tool has printed a line that fits. */
async function says(id: string, part: string, on = client): Promise<void> {
  await on.next(() => printed(id, on).some((line) => line.includes(part)));
}

async function finish(id: string, on = client): Promise<string[]> {
  await on.next((heard) => heard.id === id && heard.message.kind === "finished");
  return printed(id, on);
}

const run = (line: string, on = client) => finish(begin(line, on), on);

async function produce(line: string, lines: string[]): Promise<string[]> {
  const id = begin(line);
  await client.next((heard) => heard.id === id && heard.message.kind === "reads");
  client.send({ kind: "terminal-input", id, lines, end: true });
  return finish(id);
}

test("a learner makes a topic, appends to it and reads it, and sees it described", async () => {
  expect(
    await run("kafka-topics --create --topic mine.carts --partitions 1 --config retention.ms=60000"),
  ).toEqual([expect.stringContaining("WARNING: Due to limitations"), "Created topic mine.carts."]);
  expect(await run("kafka-topics --create --topic mine.carts")).toEqual([
    expect.stringContaining("WARNING: Due to limitations"),
    "Error while executing topic command : Topic 'mine.carts' already exists.",
  ]);
  expect(await run("kafka-topics --list")).toContain("mine.carts");
  const [topic, partition] = await run("kafka-topics --describe --topic mine.carts");
  expect(topic).toMatch(
    /^Topic: mine\.carts\tTopicId: [\w-]{22}\tPartitionCount: 1\tReplicationFactor: \d\tConfigs: .*retention\.ms=60000/,
  );
  expect(partition).toMatch(
    /^\tTopic: mine\.carts\tPartition: 0\tLeader: \d+\tReplicas: [\d,]+\tIsr: [\d,]+\tElr: \tLastKnownElr: $/,
  );

  const keyed =
    "kafka-console-producer --topic mine.carts --reader-property parse.key=true --reader-property key.separator=:";
  expect(
    await produce(keyed, ['cart-1:{"type":"CartOpened","data":{}}', "cart-1:second", "cart-2:third"]),
  ).toEqual([]);
  expect(await produce(keyed, ["no separator"])).toEqual([
    "No key separator found on line number 1: 'no separator'",
  ]);
  const id = begin(
    "kafka-console-consumer --topic mine.carts --from-beginning --max-messages 2 --formatter-property print.key=true --formatter-property print.offset=true",
  );
  expect(await finish(id)).toEqual([
    'Offset:0\tcart-1\t{"type":"CartOpened","data":{}}',
    "Offset:1\tcart-1\tsecond",
    "Processed a total of 2 messages",
  ]);
  expect(client.answers(id)[0].lines[1].position).toEqual({ topic: "mine.carts", partition: 0, offset: 1 });
});

test("what is pasted arrives whole and in order, however much it is", async () => {
  await run("kafka-topics --create --topic mine.pasted --partitions 1");
  const lines = Array.from({ length: 120 }, (_, n) => `line ${n}`);
  expect(await produce("kafka-console-producer --topic mine.pasted", lines)).toEqual([]);
  expect(await run("kcat -C -e -q -t mine.pasted")).toEqual(lines);
});

test("a consumer hears what comes while it waits, and Ctrl-C ends it", async () => {
  const id = begin("kcat -C -t mine.carts -o end -q -f '%k=%s@%o'");
  // Where it begins is known once something that was appended afterwards has come.
  let heard = false;
  const heardIt = says(id, "live=record").then(() => {
    heard = true;
  });
  while (!heard) {
    await produce("kcat -P -t mine.carts -p 0 -k live", ["record"]);
    await Promise.race([heardIt, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  client.send({ kind: "cancel", id });
  await finish(id);
});

test("a group remembers how far it has come, shows its lag, and is moved back", async () => {
  expect(await run("kafka-consumer-groups --describe --group readers")).toEqual([
    expect.stringContaining("Group readers not found."),
  ]);
  const consume = "kafka-console-consumer --topic mine.carts --group readers --from-beginning";
  expect(await run(`${consume} --max-messages 2`)).toHaveLength(3);
  const rows = async () =>
    (await run("kafka-consumer-groups --describe --group readers")).map((line) => line.split(/ +/));
  const [, , titles, row] = await rows();
  expect(titles).toEqual([
    "GROUP",
    "TOPIC",
    "PARTITION",
    "CURRENT-OFFSET",
    "LOG-END-OFFSET",
    "LAG",
    "CONSUMER-ID",
    "HOST",
    "CLIENT-ID",
  ]);
  expect(row?.slice(0, 4)).toEqual(["readers", "mine.carts", "0", "2"]);
  expect(Number(row?.[4]) - 2).toBe(Number(row?.[5]));

  const reading = begin(consume);
  await says(reading, "third");
  expect((await run("kafka-consumer-groups --describe --group readers --members")).join()).toMatch(
    /readers +offset-zero-/,
  );
  expect(
    (
      await run(
        "kafka-consumer-groups --reset-offsets --group readers --topic mine.carts --to-earliest --execute",
      )
    ).join(),
  ).toContain("but the current state is Stable");
  client.send({ kind: "cancel", id: reading });
  await finish(reading);

  const reset = "kafka-consumer-groups --reset-offsets --group readers --topic mine.carts --to-offset 1";
  expect((await run(reset)).join()).toContain("--execute option is missing");
  expect((await run(`${reset} --execute`)).join("\n")).toMatch(/readers +mine\.carts +0 +1$/);
  expect((await rows()).at(-1)?.[3]).toBe("1");
  expect(await run(`${consume} --max-messages 1`)).toEqual(["second", "Processed a total of 1 messages"]);
});

test("topics and groups of others are neither seen nor touched, and the course's are only read", async () => {
  const other = await TestClient.open(address, sessionToken("another-session-of-the-terminal"));
  expect(await run("kafka-topics --list", other)).not.toContain("mine.carts");
  expect(await run("kafka-consumer-groups --list", other)).toEqual([]);
  const { learner } = client.heard[0];
  expect((await run(`kcat -C -e -t mine.${learner}.carts`, other)).join()).toContain(
    "belongs to somebody else",
  );
  expect((await run("kafka-topics --delete --topic course.carts", other)).join()).toContain(
    "but not write to them",
  );
  expect(await run("kcat -C -e -t __consumer_offsets", other)).toEqual([
    expect.stringContaining("does not exist"),
  ]);
  other.close();
  client.send({ kind: "complete", id: "c1", line: "kcat -C -t mine.c" });
  expect(await client.next(({ id }) => id === "c1")).toMatchObject({
    message: { from: 11, words: ["mine.carts"] },
  });
});

test("what exceeds a limit is said, and a topic that is deleted is gone", async () => {
  expect((await run("kafka-topics --create --topic mine.wide --partitions 7")).join()).toContain(
    "at most 6 partitions",
  );
  expect(
    (await run("kafka-topics --create --topic mine.kept --config retention.ms=99999999999")).join(),
  ).toContain("Invalid value 99999999999 for configuration retention.ms");
  expect(await run("kafka-consumer-groups --delete --group readers")).toEqual([
    "Deletion of requested consumer groups ('readers') was successful.",
  ]);
  expect(await run("kafka-topics --delete --topic mine.carts")).toEqual([]);
  expect(await run("kafka-topics --describe --topic mine.carts")).toEqual([
    expect.stringContaining("Topic 'mine.carts' does not exist as expected"),
  ]);
});
