import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startJavaTool, startKcat } from "../testing/kafka-tools.ts";
import { isolateTopics, openTestServer, sessionToken, type TestServer } from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";

/**
 * The same command lines, given to the real tool and to the page's terminal over the same broker and topics. Compared
 * is what both print to their output. Not compared: their error output, blanks at the end of a line, how wide a column
 * is, and the order of partitions, which no tool promises.
 */
const settings = isolateTopics(inject("kafka"));
const broker = settings.brokers.join(",");
let server: TestServer;
let client: TestClient;
/** What stands before a name of the learner's at the broker, in the place of `mine.`. */
let own: string;
let count = 0;

beforeAll(async () => {
  server = await openTestServer(settings, {
    env: { LEARNER_TOPICS_PER_SESSION: "60", LEARNER_TOPICS_PER_ADDRESS: "60" },
  });
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  client = await TestClient.open(address, sessionToken("a-session-that-is-compared"));
  own = `${settings.topicPrefix}mine.${client.heard[0].learner}.`;
});
afterAll(async () => {
  client.close();
  await server.close();
});

/** Output of the page's terminal, without what goes to the error output. */
async function ours(line: string, input?: string): Promise<string[]> {
  const id = `s${++count}`;
  client.send({ kind: "terminal", id, line });
  if (input !== undefined) {
    const fits = ["reads", "finished"];
    const { message } = await client.next((heard) => heard.id === id && fits.includes(heard.message.kind));
    const lines = input === "" ? [] : input.replace(/\n$/, "").split("\n");
    if (message.kind === "reads") client.send({ kind: "terminal-input", id, lines, end: true });
  }
  await client.next((heard) => heard.id === id && heard.message.kind === "finished");
  return client
    .answers(id)
    .flatMap((message) => message.lines ?? [])
    .filter(({ warned }) => !warned)
    .flatMap(({ text }) => text.split("\n"));
}

const mains: Record<string, string> = {
  "kafka-consumer-groups": "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
  "kafka-console-consumer": "org.apache.kafka.tools.consumer.ConsoleConsumer",
  "kafka-topics": "org.apache.kafka.tools.TopicCommand",
};

/** What the real tools log; the page prints such warnings as error output. */
const logged = /^\d{4}-\d\d-\d\d [\d:.,]+ WARN /;

/** Output of the real tool for the same line, with the learner's names as the page shows them. */
async function real(line: string, input?: string): Promise<string[]> {
  const [tool = "", ...words] = line.match(/'[^']*'|\S+/g) ?? [];
  const args = words
    .map((word) => word.replaceAll("'", ""))
    .map((word, at) => (words[at - 1] === "--group" ? own + word : word.replace(/^mine\./, own)));
  const run =
    tool === "kcat"
      ? startKcat(["-b", broker, ...args], input)
      : await startJavaTool(mains[tool] as string, ["--bootstrap-server", broker, ...args], input);
  const { out } = await run.end();
  const group = words[words.indexOf("--group") + 1] ?? "";
  return out
    .filter((text) => !logged.test(text))
    .map((text) => text.replaceAll(own + group, group).replaceAll(own, "mine."));
}

/** Lines without what is not compared. */
function comparable(lines: string[]): string[] {
  return lines
    .map((line) => line.replaceAll(/ {2,}/g, " ").trimEnd())
    .filter((line) => line !== "")
    .toSorted();
}

describe("what kcat -P writes", () => {
  test.each([
    ["a\n\nb\n", ""],
    ["a\n\nb\n", "-Z"],
    ["\n\n", ""],
    ["", ""],
    ["a", ""],
    ["  a  \n", ""],
    ["k:v\nnokey\n:v2\nk2:\n:\n\nk:a:b\n", "-K:"],
    ["k:v\nnokey\n:v2\nk2:\n:\n\n", "-K: -Z"],
    ["k:v\nnokey\n:v\n", "-K: -k fixed"],
    ["k:v\nnokey\n:v\n", "-K: -k fixed -Z"],
    ["a\n\nb\n", "-k fixed -Z"],
    ["a\n", "-k ''"],
    ["a\n", "-H a=1 -H a=2 -H b=3"],
    ["a\n", "-H a="],
    ["a\n", "-H =x"],
    ["a\nb\n", "-p 0"],
    ["a\nb\n", "-p 5"],
    ["a\nb\n", "-z gzip"],
    ["a\nb\n", "-z foo"],
    ["a;b;;c\n", "-D ';'"],
    ["a||b||||c\n", "-D '||'"],
    ["k::v;k2::v2;\n", "-K:: -D ';'"],
    ["a\tb\n", "-K '\\t'"],
    ["a\tb\n", "-K '\\x09'"],
    ["a\nb\nc\n", "-c 2"],
    ["ä\n€\n", "-K ä"],
  ])("is the same for the input %j and %s", async (input, flags) => {
    const topics = [`mine.p${count}a`, `mine.p${count}b`] as const;
    for (const topic of topics) await ours(`kafka-topics --create --topic ${topic} --partitions 1`);
    await ours(`kcat -P -t ${topics[0]} ${flags}`, input);
    await real(`kcat -P -t ${topics[1]} ${flags}`, input);
    const read = "-C -e -q -f '%p|%o|%K|%k|%S|%s|%h;\\n'";
    const [here, there] = [
      await real(`kcat ${read} -t ${topics[0]}`),
      await real(`kcat ${read} -t ${topics[1]}`),
    ];
    expect(here).toEqual(there);
  });
});

describe("what is read", () => {
  beforeAll(async () => {
    await ours("kafka-topics --create --topic mine.two --partitions 2");
    const topic = `${own}two`;
    const write = (args: string[], input: string | Buffer) =>
      startKcat(["-b", broker, "-P", "-t", topic, ...args], input).end();
    await write(["-p", "0", "-H", "a=1", "-H", "b=2", "-H", "a=3"], "first\nüber\n");
    await write(["-p", "0", "-K", ":", "-Z"], "key:value\nkey2:\n:nokey\n");
    await write(["-p", "1", "-H", "empty=", "-H", "null"], "x\ny\n");
    // Bytes that are no text.
    await write(["-p", "1", "-K", ":"], Buffer.from([0x6b, 0x3a, 0xff, 0xfe, 0x0a]));
    await real(
      "kafka-consumer-groups --group still --topic mine.two --reset-offsets --to-offset 1 --execute",
    );
  });

  test.each([
    "kcat -C -e -t mine.two -f '%t %p %o %K %k %S %s %h\\n'",
    "kcat -C -e -t mine.two -Z -f '%k|%s\\n'",
    "kcat -C -e -t mine.two -p 0 -f '\\x41\\t%%|\\101|\\65|\\q|%s|\\n'",
    "kcat -C -e -t mine.two -f '%R%s\\n'",
    "kcat -C -e -t mine.two -f %x",
    "kcat -C -e -t mine.two -f '%'",
    "kcat -C -e -t mine.two -J",
    "kcat -C -e -t mine.two -p 0",
    "kcat -C -e -t mine.two -p 0 -K:",
    "kcat -C -e -t mine.two -p 0 -K: -Z",
    "kcat -C -e -t mine.two -p 0 -K '\\t'",
    "kcat -C -e -t mine.two -p 0 -c 2",
    "kcat -C -e -t mine.two -o end",
    "kcat -C -e -t mine.two -o -1",
    "kcat -C -e -t mine.two -o 1 -p 0",
    "kcat -C -e -t mine.two -o s@0",
    "kcat -C -e -t mine.two -o s@99999999999999",
    "kcat -C -t mine.two -o e@1",
    "kcat -C -e -t mine.two -p 7",
    "kcat -L -t mine.two",
    "kcat -L -J -t mine.two",
  ])("%s prints the same", async (line) => {
    expect(comparable(await ours(line))).toEqual(comparable(await real(line)));
  });

  test.each([
    "kafka-consumer-groups --version",
    "kafka-topics --describe --topic mine.two",
    "kafka-console-consumer --topic mine.two --from-beginning --max-messages 8 --formatter-property print.headers=true --formatter-property print.key=true --formatter-property print.offset=true",
    "kafka-consumer-groups --describe --group still",
    "kafka-consumer-groups --describe --group still --members",
    "kafka-consumer-groups --describe --group still --state",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --to-offset 100",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --to-datetime 2020-01-01T00:00:00.000",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --to-datetime 2099-01-01T00:00:00.000",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --by-duration P1D",
  ])("%s prints the same", async (line) => {
    expect(comparable(await ours(line))).toEqual(comparable(await real(line)));
  });
});
