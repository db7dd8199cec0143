import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startKcat } from "../testing/kafka-tools.ts";
import { isolateTopics } from "../testing/test-playground.ts";
import { ComparedTools, comparable } from "./testing/compared-tools.ts";

/** Debian's kcat and the page's, over the same broker and topics. Known differences: known-differences.ts. */

const settings = isolateTopics(inject("kafka"));
let tools: ComparedTools;
beforeAll(async () => {
  tools = await ComparedTools.open(settings);
});
afterAll(() => tools.close());

let count = 0;

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
    ["a\nb\n", "-T"],
    ["k:v\n", "-T -K:"],
    ["a\n", "-X topic.partitioner=murmur2_random"],
    ["ä\n€\n", "-K ä"],
  ])("is the same for the input %j and %s", async (input, flags) => {
    const topics = [`mine.p${++count}a`, `mine.p${count}b`] as const;
    for (const topic of topics) await tools.ours(`kafka-topics --create --topic ${topic} --partitions 1`);
    await tools.ours(`kcat -P -t ${topics[0]} ${flags}`, input);
    await tools.real(`kcat -P -t ${topics[1]} ${flags}`, input);
    const read = "-C -e -q -f '%p|%o|%K|%k|%S|%s|%h;\\n'";
    const [here, there] = [
      await tools.real(`kcat ${read} -t ${topics[0]}`),
      await tools.real(`kcat ${read} -t ${topics[1]}`),
    ];
    expect(here).toEqual(there);
  });
});

describe("what is read", () => {
  beforeAll(async () => {
    await tools.ours("kafka-topics --create --topic mine.two --partitions 2");
    const topic = `${tools.own}two`;
    const write = (args: string[], input: string | Buffer) =>
      startKcat(["-b", settings.brokers.join(","), "-P", "-t", topic, ...args], input).end();
    await write(["-p", "0", "-H", "a=1", "-H", "b=2", "-H", "a=3"], "first\nüber\n");
    await write(["-p", "0", "-K", ":", "-Z"], "key:value\nkey2:\n:nokey\n");
    await write(["-p", "1", "-H", "empty=", "-H", "null"], "x\ny\n");
    // Bytes that are no text.
    await write(["-p", "1", "-K", ":"], Buffer.from([0x6b, 0x3a, 0xff, 0xfe, 0x0a]));
    await tools.real(
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
    "kcat -C -e -t mine.two -p 0 -O",
    "kcat -C -e -t mine.two -p 0 -O -K:",
    "kcat -C -e -t mine.two -p 0 -D '\\n\\n'",
    "kcat -C -e -t mine.two -p 0 -s s",
    "kcat -C -e -t mine.two -p 0 -s value=s -u -E -v",
    "kcat -C -e -t mine.two -p 0 -o beginning -c 1 -f '%T'",
    "kcat -C -e -t mine.two -o -2 -f '%p %o\\n'",
    "kcat -C -e -t mine.two -o s@0 -o e@99999999999999",
    "kcat -Q -t mine.two:0:0",
    "kcat -Q -t mine.two:0:99999999999999",
    "kcat -Q -t mine.two:0:0 -t mine.two:1:0",
    "kcat -Q -t mine.two:0:-1",
    "kcat -Q -t mine.two:0:-2",
    "kcat -Q -t mine.two",
    "kcat -G group-of-nobody",
    "kcat -L -t mine.two",
    "kcat -L -J -t mine.two",
  ])("%s prints the same", async (line) => {
    expect(comparable(await tools.ours(line))).toEqual(comparable(await tools.real(line)));
  });
});
