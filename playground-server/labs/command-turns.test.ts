import { once } from "node:events";
import { expect, test } from "vitest";
import { Refusal } from "../errors.ts";
import { CommandTurns } from "./command-turns.ts";
import { labLimits } from "./limits.ts";

const never = new AbortController().signal;
const untilAborted = async (signal: AbortSignal) => {
  await once(signal, "abort");
  signal.throwIfAborted();
};
const codeOf = (work: Promise<void>) =>
  work.then(
    () => null,
    ({ code }: Refusal) => code,
  );

test("work waits for the work before it, whether that went well or not", async () => {
  const turns = new CommandTurns(60);
  const done: string[] = [];
  const first = turns.next(async () => {
    await Promise.resolve();
    done.push("first");
    throw new Error("It went wrong.");
  }, never);
  const second = turns.next(async () => void done.push("second"), never);
  await expect(first).rejects.toThrow("It went wrong.");
  await second;
  expect(done).toEqual(["first", "second"]);
});

test("a limited number of commands waits", async () => {
  const turns = new CommandTurns(60);
  const given = new AbortController();
  const first = turns.next(untilAborted, given.signal);
  await Promise.resolve();
  const waiting = Array.from({ length: labLimits.commandsWaiting }, () => turns.next(async () => {}, never));
  expect(await codeOf(turns.next(async () => {}, never))).toBe("lab-command-quota");
  given.abort();
  await first.catch(() => {});
  await Promise.all(waiting);
  expect(turns.busy).toBe(false);
});

test("a command that takes too long is given up", async () => {
  const turns = new CommandTurns(60, { ...labLimits, commandSeconds: 0.02 });
  expect(await codeOf(turns.next(untilAborted, never))).toBe("lab-stopped");
});

test("work that does not end when it is given up is not waited for longer than a limit", async () => {
  const turns = new CommandTurns(60, { ...labLimits, giveUpMilliseconds: 20 });
  void turns.now(() => new Promise(() => {}), never);
  await turns.giveUp(new Refusal("lab-stopped"));
  expect(turns.busy).toBe(true);
});

test("what is given up, under way or waiting, says why; what comes later is done", async () => {
  const turns = new CommandTurns(60);
  const under = turns.next(untilAborted, never);
  const waiting = turns.next(async () => {}, never);
  await Promise.resolve();
  await turns.giveUp(new Refusal("lab-stopped"));
  expect([await codeOf(under), await codeOf(waiting)]).toEqual(["lab-stopped", "lab-stopped"]);
  expect(await codeOf(turns.next(async () => {}, never))).toBeNull();
});
