import { afterEach, expect, test, vi } from "vitest";
import type { RawRecord } from "../../engine/fold/event.ts";
import { socketRequest } from "../../engine/protocol/request-schemas.ts";
import type { TerminalMessage } from "../../engine/protocol/response-types.ts";
import type { Caller } from "../caller.ts";
import { LabServices } from "../labs/services.ts";
import type { Log } from "../log/open-log.ts";
import { silentLogger } from "../testing/test-playground.ts";
import { terminalLimits } from "./limits.ts";
import { Terminal } from "./terminal.ts";
import { TerminalInput } from "./terminal-input.ts";

afterEach(() => vi.useRealTimers());

const learner = "0123456789abcdef0123456789abcdef";
const topic = `mine.${learner}.own`;
const long = "x".repeat(10_000);
const group = (n: number) => `mine.${learner}.g${n}`;

/** A log with one topic of long records that nothing comes to, and as many groups as one learner may have. */
function fakeLog(sent: string[] = []): Log {
  const record = (offset: number): RawRecord => ({
    position: { topic, partition: 0, offset },
    timestamp: 0,
    key: null,
    headers: {},
    value: long,
  });
  return {
    brokers: async () => [],
    ends: async () => [{ start: 0, end: 1_000 }],
    read: async ({ partitions }: { partitions: { from: number; to: number }[] }) => {
      const [{ from, to } = { from: 0, to: 0 }] = partitions;
      return { records: Array.from({ length: to - from }, (_, n) => record(from + n)) };
    },
    watch: async () => () => {},
    produce: async (name: string, { value }: { value: string }) => {
      sent.push(value);
      return { topic: name, partition: 0, offset: sent.length };
    },
    topics: { all: async () => [topic] },
    groups: {
      list: async () => Array.from({ length: terminalLimits.groups }, (_, n) => group(n)),
    },
  } as unknown as Log;
}

function openTerminal(sent: string[] = []): Terminal {
  const log = fakeLog(sent);
  const services = { dataDir: "", env: {}, log, idleSeconds: 1, logger: silentLogger };
  return new Terminal(log, new LabServices(services));
}

function session(terminal: Terminal, name = learner) {
  const caller: Caller = { learner: name, returned: true, address: "here", page: "socket 1" };
  return (line: string, typedLines?: string[]) => {
    const received: TerminalMessage[] = [];
    const interrupted = new AbortController();
    const typed = new TerminalInput(interrupted.signal);
    if (typedLines) typed.give({ lines: typedLines, end: true });
    const done = terminal.run({ line }, caller, {
      send: (message) => received.push(message),
      typed,
      signal: interrupted.signal,
    });
    const printedLines = () =>
      received.flatMap((message) => (message.kind === "printed" ? message.lines : []));
    return {
      done,
      printedLines,
      text: () =>
        printedLines()
          .map(({ text }) => text)
          .join("\n"),
      interrupt: () => interrupted.abort(),
    };
  };
}

const waiting = "kcat -C -q -t mine.own -o end";

test("lineCharacters", () => {
  const fits = (length: number) =>
    socketRequest.safeParse({ kind: "terminal", id: "1", line: "x".repeat(length) }).success;
  expect([fits(terminalLimits.lineCharacters), fits(terminalLimits.lineCharacters + 1)]).toEqual([
    true,
    false,
  ]);
});

test("linesAtOnce", () => {
  const fits = (count: number) =>
    socketRequest.safeParse({ kind: "terminal-input", id: "1", lines: new Array(count).fill("x") }).success;
  expect([fits(terminalLimits.linesAtOnce), fits(terminalLimits.linesAtOnce + 1)]).toEqual([true, false]);
});

test("tools", () => {
  const fits = (kind: "terminal" | "complete", count: number) =>
    socketRequest.safeParse({ kind, id: "1", line: "help", tools: new Array(count).fill("kcat") }).success;
  for (const kind of ["terminal", "complete"] as const)
    expect([fits(kind, terminalLimits.tools), fits(kind, terminalLimits.tools + 1)]).toEqual([true, false]);
});

test("linesWaiting", async () => {
  const typed = new TerminalInput(new AbortController().signal);
  for (let i = 0; i < 2; i++) typed.give({ lines: new Array(terminalLimits.linesWaiting).fill("x") });
  typed.give({ lines: [], end: true });
  let count = 0;
  for await (const _ of typed.lines()) count++;
  expect(count).toBe(terminalLimits.linesWaiting);
  expect(typed.leftOut).toBe(terminalLimits.linesWaiting);
});

test("runningAtOnce", async () => {
  const run = session(openTerminal());
  const all = Array.from({ length: terminalLimits.runningAtOnce }, () => run(waiting));
  const more = run(waiting);
  await more.done;
  expect(more.text()).toContain("running commands, which is the limit");
  for (const each of all) each.interrupt();
  await Promise.all(all.map(({ done }) => done));
});

test("runningInAll", async () => {
  const terminal = openTerminal();
  const all = Array.from({ length: terminalLimits.runningInAll }, (_, n) =>
    session(terminal, n.toString(16).padStart(12, "0"))("kafka-console-producer --topic mine.own"),
  );
  const more = session(terminal)(waiting);
  await more.done;
  expect(more.text()).toContain("its limit of running commands");
  for (const each of all) each.interrupt();
  await Promise.all(all.map(({ done }) => done));
});

test("jqAtOnce and jqInAll", async () => {
  const terminal = openTerminal();
  const learners = Array.from({ length: terminalLimits.jqInAll / terminalLimits.jqAtOnce }, (_, n) =>
    session(terminal, n.toString(16).padStart(32, "0")),
  );
  const [first] = learners;
  const own = Array.from({ length: terminalLimits.jqAtOnce }, () => first?.("jq ."));
  const more = first?.("jq .");
  await more?.done;
  expect(more?.text()).toContain("running jq programs, which is the limit");
  const others = learners.slice(1).flatMap((run) => [run("jq ."), run("jq .")]);
  const last = session(terminal)("jq .");
  await last.done;
  expect(last.text()).toContain("its limit of running jq programs");
  for (const each of [...own, ...others]) each?.interrupt();
  await Promise.all([...own, ...others].map((each) => each?.done));
});

test("jqMilliseconds", async () => {
  const { done, text } = session(openTerminal())(
    "jq -n '[limit(0; repeat(1))], (repeat(1) | select(. > 1))'",
  );
  await done;
  expect(text()).toContain("(Stopped: jq may work 3 seconds at a time.");
});

test("printedCharacters", async () => {
  const { done, printedLines, text } = session(openTerminal())("kcat -C -q -t mine.own");
  await done;
  const printed = printedLines().filter(({ warned }) => !warned);
  expect(printed).toHaveLength(Math.floor(terminalLimits.printedCharacters / (long.length + 1)));
  expect(text()).toContain("one command prints at most");
});

test("minutes", async () => {
  vi.useFakeTimers();
  const { done, text } = session(openTerminal())(waiting);
  await vi.advanceTimersByTimeAsync(terminalLimits.minutes * 60_000);
  await done;
  expect(text()).toContain("one command runs at most");
});

test("appendsAtOnce, and appendsPerSecond from then on", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  const sent: string[] = [];
  const { appendsAtOnce, appendsPerSecond } = terminalLimits;
  const lines = new Array(appendsAtOnce + appendsPerSecond).fill("x");
  const { done } = session(openTerminal(sent))("kcat -P -t mine.own -p 0", lines);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.length).toBe(appendsAtOnce);
  await vi.advanceTimersByTimeAsync(2_000);
  await done;
  expect(sent.length).toBe(lines.length);
});

test("groups", async () => {
  const { done, text } = session(openTerminal())("kafka-console-consumer --topic mine.own --group new");
  await done;
  expect(text()).toContain("groups, which is the limit");
});

test("partitions", async () => {
  const { partitions } = terminalLimits;
  const { done, text } = session(openTerminal())(
    `kafka-topics --create --topic mine.wide --partitions ${partitions + 1}`,
  );
  await done;
  expect(text()).toContain(`at most ${partitions} partitions`);
});
