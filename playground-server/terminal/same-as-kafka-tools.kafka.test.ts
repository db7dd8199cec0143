import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startKcat } from "../testing/kafka-tools.ts";
import { isolateTopics } from "../testing/test-playground.ts";
import { ComparedTools, comparable } from "./testing/compared-tools.ts";

/** Kafka's own tools and the page's, over the same broker and topics. Known differences: known-differences.ts. */

const settings = isolateTopics(inject("kafka"));
let tools: ComparedTools;

beforeAll(async () => {
  tools = await ComparedTools.open(settings);
  await tools.ours("kafka-topics --create --topic mine.two --partitions 2 --config retention.ms=86400000");
  await tools.ours("kafka-topics --create --topic mine.empty --partitions 1");
  const write = (args: string[], input: string | Buffer) =>
    startKcat(["-b", settings.brokers.join(","), "-P", "-t", `${tools.own}two`, ...args], input).end();
  await write(["-p", "0", "-H", "a=1", "-H", "b=2", "-H", "a=3"], "first\nüber\n");
  await write(["-p", "0", "-K", ":", "-Z"], "key:value\nkey2:\n:nokey\n");
  await write(["-p", "1", "-H", "empty=", "-H", "null"], "x\ny\n");
  // Bytes that are no text.
  await write(["-p", "1", "-K", ":"], Buffer.from([0x6b, 0x3a, 0xff, 0xfe, 0x0a]));
  await tools.real(
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --to-offset 1 --execute",
  );
});
afterAll(() => tools.close());

describe("what the tools print is the same", () => {
  test.each([
    "kafka-topics --version",
    "kafka-topics --list --topic mine.two",
    "kafka-topics --list --topic 'mine.(two|empty)'",
    "kafka-topics --list --topic mine.nothing",
    "kafka-topics --describe --topic mine.two",
    "kafka-topics --describe --topic 'mine.two|mine.empty'",
    "kafka-topics --describe --topic mine.two,mine.empty",
    "kafka-topics --describe --topic mine.two --topics-with-overrides",
    "kafka-topics --describe --topic mine.two --unavailable-partitions",
    "kafka-topics --describe --topic mine.two --under-replicated-partitions",
    "kafka-topics --describe --topic mine.nothing --if-exists",
    "kafka-topics --create --topic mine.made~ --partitions 2 --config retention.ms=60000 --config segment.bytes=1048576 --config retention.bytes=4194304",
    "kafka-topics --create --topic mine.made~ --if-not-exists",
    "kafka-topics --describe --topic mine.made~ --topics-with-overrides",
    "kafka-topics --alter --topic mine.made~ --partitions 4",
    "kafka-topics --alter --topic mine.nothing --partitions 4 --if-exists",
    "kafka-get-offsets --topic mine.made~",
    "kafka-get-offsets --version",
    "kafka-get-offsets --topic mine.two",
    "kafka-get-offsets --topic mine.two --time -1",
    "kafka-get-offsets --topic mine.two --time latest",
    "kafka-get-offsets --topic mine.two --time -2",
    "kafka-get-offsets --topic mine.two --time earliest",
    "kafka-get-offsets --topic mine.two --time max-timestamp",
    "kafka-get-offsets --topic mine.two --time -3",
    "kafka-get-offsets --topic mine.two --time -4",
    "kafka-get-offsets --topic mine.two --time latest-tiered",
    "kafka-get-offsets --topic mine.two --time 0",
    "kafka-get-offsets --topic mine.two --time 99999999999999",
    "kafka-get-offsets --topic mine.empty --time max-timestamp",
    "kafka-get-offsets --topic mine.two --partitions 1",
    "kafka-get-offsets --topic mine.two --partitions 0,1",
    "kafka-get-offsets --topic 'mine.(two|empty)'",
    "kafka-get-offsets --topic-partitions mine.two:0",
    "kafka-get-offsets --topic-partitions mine.two:0-2,mine.empty:0",
    "kafka-get-offsets --topic-partitions mine.two:-1",
    "kafka-get-offsets --topic-partitions mine.two:1-",
    "kafka-get-offsets --topic-partitions mine.two --time earliest",
    "kafka-configs --describe --topic mine.two",
    "kafka-configs --describe --topic mine.two --all",
    "kafka-configs --describe --entity-type topics --entity-name mine.two",
    "kafka-configs --describe --topic mine.nothing",
    "kafka-configs --alter --topic mine.made~ --add-config retention.ms=70000",
    "kafka-configs --alter --topic mine.made~ --add-config retention.ms=80000,segment.ms=5000",
    "kafka-configs --alter --entity-type topics --entity-name mine.made~ --add-config cleanup.policy=[compact,delete]",
    "kafka-configs --describe --topic mine.made~",
    "kafka-configs --alter --topic mine.made~ --delete-config segment.ms",
    "kafka-configs --alter --topic mine.made~ --delete-config cleanup.policy --add-config min.compaction.lag.ms=1000",
    "kafka-configs --alter --topic mine.made~ --delete-config max.compaction.lag.ms",
    "kafka-configs --describe --topic mine.made~",
    "kafka-console-consumer --version",
    "kafka-console-consumer --topic mine.two --from-beginning --max-messages 8 --formatter-property print.headers=true --formatter-property print.key=true --formatter-property print.offset=true",
    "kafka-console-consumer --topic mine.two --partition 0 --offset 1 --max-messages 2",
    "kafka-console-consumer --topic mine.two --partition 0 --offset earliest --max-messages 1 --formatter-property print.partition=true",
    "kafka-console-consumer --topic mine.two --from-beginning --max-messages 8 --formatter-property print.value=false --formatter-property print.key=true --formatter-property null.literal=NONE",
    "kafka-console-consumer --topic mine.two --from-beginning --max-messages 8 --formatter-property print.key=true --formatter-property key.separator=:",
    "kafka-console-consumer --topic mine.two --partition 0 --offset 0 --max-messages 2 --formatter-property print.headers=true --formatter-property headers.separator=';'",
    "kafka-console-consumer --topic mine.two --partition 1 --offset 1 --max-messages 1 --formatter-property print.timestamp=false",
    "kafka-consumer-groups --version",
    "kafka-consumer-groups --describe --group still",
    "kafka-consumer-groups --describe --group still --offsets",
    "kafka-consumer-groups --describe --group still --members",
    "kafka-consumer-groups --describe --group still --state",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --to-offset 100",
    "kafka-consumer-groups --group still --topic mine.two:0 --reset-offsets --dry-run --to-earliest",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --to-latest",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --to-current",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --shift-by 1",
    "kafka-consumer-groups --group still --all-topics --reset-offsets --dry-run --shift-by -1",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --to-datetime 2020-01-01T00:00:00.000",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --to-datetime 2099-01-01T00:00:00.000",
    "kafka-consumer-groups --group still --topic mine.two --reset-offsets --dry-run --by-duration P1D",
    "kafka-topics --delete --topic mine.made~",
  ])("%s", async (line) => {
    expect(comparable(await tools.ours(line))).toEqual(comparable(await tools.real(line)));
  });

  test.each([
    ["kafka-console-producer --topic mine.produced~", "one\ntwo\nthree\nfour\n"],
    [
      "kafka-console-producer --topic mine.produced~ --reader-property parse.key=true --reader-property key.separator=:",
      "k:v\nk2:v:2\n",
    ],
    ["kafka-console-producer --topic mine.produced~ --reader-property parse.headers=true", "a:1,b:2\tv\n"],
  ])("%s writes the same", async (line, input) => {
    await tools.ours("kafka-topics --create --topic mine.produced~ --partitions 1 --if-not-exists");
    await tools.real("kafka-topics --create --topic mine.produced~ --partitions 1 --if-not-exists");
    await tools.ours(line, input);
    await tools.real(line, input);
    const read = "kcat -C -e -q -t mine.produced~ -f '%o|%k|%s|%h;\\n'";
    expect(await tools.ours(read)).toEqual(await tools.real(read));
  });

  test.each([
    `kafka-delete-records --offset-json-file /dev/stdin <<< '{"partitions":[{"topic":"mine.produced~","partition":0,"offset":2}],"version":1}'`,
    `kafka-delete-records --offset-json-file /dev/stdin <<< '{"partitions":[{"topic":"mine.produced~","partition":0,"offset":1}]}'`,
    `kafka-delete-records --offset-json-file /dev/stdin <<< '{"partitions":[{"topic":"mine.produced~","partition":0,"offset":99}]}'`,
    "kafka-get-offsets --topic mine.produced~ --time earliest",
    `kafka-delete-records --offset-json-file /dev/stdin <<< '{"partitions":[{"topic":"mine.produced~","partition":0,"offset":-1}]}'`,
    "kafka-get-offsets --topic mine.produced~ --time earliest",
  ])("%s", async (line) => {
    expect(comparable(await tools.ours(line))).toEqual(comparable(await tools.real(line)));
  });
});

/** The first line of what a tool says, without a full stop. */
const firstLine = (lines: string[]) => lines.find((line) => line.trim() !== "")?.replace(/\.? *$/, "");

describe("what the tools refuse is refused in the same words", () => {
  test.each([
    "kafka-topics --alter --topic mine.two --partitions 1",
    "kafka-topics --alter --topic mine.two --partitions 2",
    "kafka-topics --alter --topic mine.two",
    "kafka-topics --alter --partitions 3",
    "kafka-topics --create --topic mine.two",
    "kafka-get-offsets --topic mine.nothing",
    "kafka-get-offsets --topic mine.two --partitions 7",
    "kafka-get-offsets --topic mine.two --time yesterday",
    "kafka-get-offsets --topic mine.two --topic-partitions mine.two:0",
    "kafka-configs --topic mine.two",
    "kafka-configs --describe --alter --topic mine.two",
    "kafka-configs --describe",
    "kafka-delete-records",
    "kafka-delete-records --offset-json-file /dev/stdin <<< '{\"partitions\":'",
    "kafka-delete-records --offset-json-file /dev/stdin <<< '{\"version\":1}'",
    `kafka-delete-records --offset-json-file /dev/stdin <<< '{"partitions":[{"topic":"mine.two","partition":0}]}'`,
    `kafka-delete-records --offset-json-file /dev/stdin <<< '{"partitions":[{"topic":"mine.two","partition":0,"offset":1},{"topic":"mine.two","partition":0,"offset":2}]}'`,
    "kafka-console-consumer --topic mine.two --offset 3",
    "kafka-consumer-groups --describe --group nobody",
    "kafka-acls --list",
    "kafka-acls --list --topic mine.two",
  ])("%s", async (line) => {
    const warned = { warned: true };
    expect(firstLine(await tools.ours(line, undefined, warned))).toBe(
      firstLine(await tools.real(line, undefined, warned)),
    );
  });
});
