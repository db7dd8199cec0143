import { setImmediate } from "node:timers/promises";
import { expect } from "vitest";
import type { Keyframe, Step, TraceEnd, TraceMessage, TraceStart } from "../../engine/fold/trace.ts";

/** A run's answer, read. */
export interface Run {
  text: string;
  start: TraceStart;
  steps: Step[];
  keyframes: Keyframe[];
  end: TraceEnd;
}

/** Parsed at a stretch: who reads a long answer must not hold up the server that shares the thread. */
const charactersAtOnce = 128 * 1024;

/** Reads the NDJSON of a run. There is exactly one end, and it is the last message. */
export async function readRun(text: string): Promise<Run> {
  const messages = await readLines<TraceMessage>(text);
  expectOneEnd(messages);
  const start = messages.find((message) => message.kind === "start");
  const end = messages.at(-1);
  if (start?.kind !== "start" || end?.kind !== "end") throw new Error(`Not a run: ${text.slice(0, 500)}`);
  return {
    text,
    start,
    end,
    steps: messages.filter((message) => message.kind === "step"),
    keyframes: messages.filter((message) => message.kind === "keyframe"),
  };
}

/** The messages of an NDJSON answer. */
export async function readLines<Message>(text: string): Promise<Message[]> {
  const messages: Message[] = [];
  let characters = 0;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    messages.push(JSON.parse(line) as Message);
    characters += line.length;
    if (characters < charactersAtOnce) continue;
    characters = 0;
    await setImmediate();
  }
  return messages;
}

/** The eighth invariant: a run has one final message, and nothing comes after it. */
export function expectOneEnd(messages: { kind: string }[]): void {
  const ends = messages.filter(({ kind }) => kind === "end" || kind === "problem");
  expect(ends).toHaveLength(1);
  expect(messages.at(-1)).toBe(ends[0]);
}
