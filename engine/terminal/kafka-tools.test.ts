import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position, RawRecord } from "../fold/event.ts";
import { CommandError } from "./command-error.ts";
import { complete } from "./completion.ts";
import { recordFormatter } from "./console-consumer-formatter.ts";
import { lineReader } from "./console-producer.ts";
import { crc32 } from "./kcat/crc32.ts";
import { byFormat } from "./kcat/format.ts";
import { nearestName } from "./nearest-name.ts";
import { parseDuration, parseTimestamp } from "./parse-times.ts";
import { recordedCluster } from "./recorded-cluster.ts";
import { runLine } from "./run-line.ts";
import { ownWords, tools } from "./tool-list.ts";

/** A character of the first few alphabets, or one that steers: Unicode's whole tables take seconds to draw from. */
const sign = fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCodePoint(code));

const record = (partition: number, offset: number, value: string | null): RawRecord => ({
  position: { topic: "course.carts", partition, offset },
  timestamp: 1_000 + offset,
  key: `cart-${partition}`,
  headers: {},
  value,
});
const records = [record(0, 0, '{"type":"A"}'), record(1, 0, "b"), record(0, 1, null), record(1, 1, "d")];
const cluster = recordedCluster(["course.carts", "course.chess"], async (topic) => ({
  topic,
  partitions: 2,
  records: topic === "course.carts" ? records : [],
}));

/** Here jq answers nothing: its own tests run the real one. */
const jq = async () => ({ run: async () => ({ stdout: "", stderr: "", exitCode: 0 }), close() {} });

const database = async () => {
  throw new CommandError("no database");
};

async function call(line: string, signal = AbortSignal.timeout(10_000)) {
  const lines: string[] = [];
  const positions: (Position | undefined)[] = [];
  const screen = {
    print(text: string, position?: Position) {
      lines.push(text);
      positions.push(position);
    },
    warn: (text: string) => lines.push(`! ${text}`),
  };
  const good = await runLine(line, { cluster, screen, jq, database, signal, input: async function* () {} });
  return { good, lines, positions };
}

test("a consumer prints records as the tool does, each with its position", async () => {
  const { lines, positions } = await call(
    "kafka-console-consumer.sh --bootstrap-server x:1 --topic course.carts --from-beginning --max-messages 3 --formatter-property print.key=true --formatter-property print.offset=true --property print.partition=true",
  );
  expect(lines).toEqual([
    "! Option --property is deprecated and will be removed in a future version. Use --formatter-property instead.",
    'Partition:0\tOffset:0\tcart-0\t{"type":"A"}',
    "Partition:0\tOffset:1\tcart-0\tnull",
    "Partition:1\tOffset:0\tcart-1\tb",
    "! Processed a total of 3 messages",
  ]);
  expect(positions).toEqual([records[0], records[2], records[1]].map((each) => each?.position));
});

test("Ctrl-C ends a consumer that waits, and it says how many it has read", async () => {
  const interrupt = new AbortController();
  const running = call("kafka-console-consumer --topic course.carts --from-beginning", interrupt.signal);
  setTimeout(() => interrupt.abort(), 20);
  expect((await running).lines.at(-1)).toBe("! Processed a total of 4 messages");
});

test("kcat reads from the end, up to the end, and by its format", async () => {
  const { lines } = await call("kcat -C -t course.carts -p 0 -o -1 -e -f '%p@%o %k=%s|%S\\n'");
  expect(lines).toEqual(["0@1 cart-0=|-1", "! % Reached end of topic course.carts [0] at offset 2: exiting"]);
  expect((await call("kcat -L -t course.carts")).lines).toContain(
    '  topic "course.carts" with 2 partitions:',
  );
});

test("what is wrong is said with what to do", async () => {
  const outputOf = async (line: string) => (await call(line)).lines.join("\n");
  expect(await outputOf("kafka-topic --list")).toContain("Did you mean kafka-topics?");
  expect(await outputOf("kafka-topics --lst")).toContain(
    'Did you mean --list? "help kafka-topics" lists them all.',
  );
  expect(await outputOf("kafka-topics --describe --topic course.cart")).toContain(
    "does not exist as expected",
  );
  expect(await outputOf("kafka-topics --create --topic course.carts")).toContain(
    "You can read the course's topics, but not write to them. Your own topics have names that begin with 'mine.', for example mine.carts.",
  );
  expect(await outputOf("kafka-topics --create --topic carts")).toContain("such as mine.carts");
  expect(await outputOf("kafka-topics --create --topic mine.carts")).toContain("npm start");
  expect(await outputOf("kafka-topics --list --create")).toContain("exactly one action");
  expect(await outputOf("kafka-topics --list more")).toContain("does not belong to an option");
  expect(await outputOf("kafka-console-consumer --topic course.carts --offset 3")).toContain(
    "partition is required",
  );
  expect(await outputOf("kcat -C -t course.carts -f %x")).toContain("Unsupported formatter: %x");
});

test("every tool, flag and line of help is there to be asked for", async () => {
  for (const { name, flags, examples } of tools) {
    const { good, lines } = await call(`help ${name}`);
    expect(good).toBe(true);
    for (const flag of flags) expect(lines.join("\n")).toContain(flag.name);
    for (const example of examples) expect(example).toContain(name);
  }
  expect((await call("help")).good).toBe(true);
});

test("whatever is typed, a line ends with what it says and never throws", async () => {
  const words = fc.oneof(
    fc.constantFrom(
      ...tools.flatMap(({ name, flags }) => [name, ...flags.map((flag) => flag.name)]),
      "course.carts",
      "mine.x",
      "0",
      "-1",
      "print.key=true",
      "'",
      "__proto__",
      "constructor=1",
    ),
    fc.string({ unit: sign, maxLength: 12 }),
  );
  const line = fc.array(words, { maxLength: 8 }).map((all) => all.join(" "));
  await fc.assert(
    fc.asyncProperty(line, async (text) => {
      const over = new AbortController();
      setTimeout(() => over.abort());
      expect(typeof (await call(text, over.signal)).good).toBe("boolean");
      const { from, words: offered } = await complete(text, cluster);
      for (const word of offered) expect(word.length).toBeGreaterThan(0);
      expect(from).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 200 },
  );
});

test("Tab offers tools, then flags not given yet, then topics", async () => {
  const offered = async (line: string) => (await complete(line, cluster)).words;
  expect(await offered("")).toEqual([...tools.map(({ name }) => name), ...ownWords].toSorted());
  expect(await offered("kafka-c")).toEqual([
    "kafka-configs",
    "kafka-console-consumer",
    "kafka-console-producer",
    "kafka-consumer-groups",
  ]);
  expect(await offered("kafka-topics --describe --de")).toEqual(["--delete"]);
  expect(await offered("kcat -C -t course.ch")).toEqual(["course.chess"]);
  expect(await offered("help kc")).toEqual(["kcat"]);
  expect((await complete("kcat -C -t cou", cluster)).from).toBe(11);
  expect(await offered("kcat -C -t course.carts -e | gr")).toEqual(["grep"]);
  expect(await offered("kcat -L|jq --ar")).toEqual(["--arg", "--argjson"]);
});

test("a producer's line is read by its properties", () => {
  const read = lineReader(
    new Map([
      ...Object.entries({ "parse.key": "true", "key.separator": ":", "null.marker": "NULL" }),
      ["parse.headers", "true"],
    ]),
  );
  expect(read("a:1,b:2\tcart-1:x:y", 1)).toEqual({
    key: "cart-1",
    value: "x:y",
    headers: [
      ["a", "1"],
      ["b", "2"],
    ],
  });
  expect(read("\tcart-1:NULL", 1)).toEqual({ key: "cart-1", value: null, headers: [] });
  expect(() => read("\tno separator", 7)).toThrow(
    "No key separator found on line number 7: '\tno separator'",
  );
});

test("the formats of both consumers show what a record has", () => {
  const full = { ...record(0, 3, "v"), headers: { a: "1", b: "2" } };
  expect(recordFormatter(new Map([["print.headers", "true"]]))(full)).toBe("a:1,b:2\tv");
  expect(
    recordFormatter(
      new Map([
        ["print.timestamp", "TRUE"],
        ["print.value", "false"],
      ]),
    )(full),
  ).toBe("CreateTime:1003");
  expect(byFormat("%% %t\\t%h")(full)).toBe("% course.carts\ta=1,b=2");
  const pairs: [string, string | null][] = [
    ["a", "1"],
    ["b", null],
    ["a", "2"],
  ];
  const repeated = { ...full, headers: { a: "2", b: "" }, exact: { headers: pairs, valueBytes: 2 } };
  expect(recordFormatter(new Map([["print.headers", "true"]]))(repeated)).toBe("a:1,b:null,a:2\tv");
  expect(byFormat("%h %S %R")(repeated)).toBe("a=1,b=NULL,a=2 2 \0\0\0\x02");
  expect(byFormat("\\x41\\q\\012|%s%k", "NULL")({ ...full, key: "", value: null })).toBe("Aq\n|NULLNULL");
});

test("a moment and a duration are read as Kafka's tools read them", () => {
  expect(parseTimestamp("1970-01-01T00:00:01.500", "--to-datetime")).toBe(1_500);
  expect(parseTimestamp("1970-01-01T01:00:00.000+01:00", "--to-datetime")).toBe(0);
  expect(parseDuration("P1DT2H3M4.5S", "--by-duration")).toBe(((24 + 2) * 60 + 3) * 60_000 + 4_500);
  for (const text of ["", "P", "PT", "10M", "P1M"]) {
    expect(() => parseDuration(text, "--by-duration")).toThrow("PT10M is ten minutes");
  }
  expect(() => parseTimestamp("yesterday", "--to-datetime")).toThrow("Write it as 2026-11-29T14:00:00.000");
});

test("every tool says which release it behaves as", async () => {
  for (const { name, version } of tools) {
    expect((await call(`${name} ${name === "kcat" ? "-V" : "--version"}`)).lines).toEqual([version]);
  }
});

test("a key has the checksum that librdkafka places it by, and a slip has a nearest name", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  expect(nearestName("--tpoic", ["--topic", "--list"])).toBe("--topic");
  expect(nearestName("--zzzzzzzz", ["--topic", "--list"])).toBeNull();
});
