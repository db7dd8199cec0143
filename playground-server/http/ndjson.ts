import type { FastifyReply } from "fastify";
import { problemOf } from "../errors.ts";
import { CachedTrace } from "../runs/cached-trace.ts";
import { WaitCancelled } from "../runs/fair-slot-queue.ts";
import type { EmitKept } from "../runs/runner.ts";
import { refusalOfUnread, type UnreadAccount } from "../unread/memory-budget.ts";
import { PacedAnswer } from "../unread/paced-answer.ts";
import { refusalOf } from "./problems.ts";

/**
 * Streams one JSON line for each message. The answer begins with the first message that is not only about waiting, so
 * that a refusal before it, even after a long wait for Kafka, is answered as a problem with its own status. The
 * work is given up when the client goes away, and when it leaves more unread than `account` has room for: the answer
 * then ends with a problem line.
 */
export async function streamLines(
  reply: FastifyReply,
  account: UnreadAccount,
  work: (emit: (message: { kind: string }) => void, signal: AbortSignal, emitKept: EmitKept) => Promise<void>,
): Promise<FastifyReply> {
  const controller = new AbortController();
  const first = Promise.withResolvers<void>();
  const answer = new PacedAnswer(account);
  let batch = "";
  let overrun = false;
  const flush = () => {
    overrun ||= batch !== "" && !answer.add(Buffer.from(batch));
    batch = "";
    if (overrun) controller.abort(new WaitCancelled());
  };
  const emit = (message: { kind: string; phase?: string }) => {
    if (overrun) return;
    if (batch === "") queueMicrotask(flush);
    batch += `${JSON.stringify(message)}\n`;
    if (message.kind !== "progress" || message.phase === "folding") first.resolve();
  };
  const emitKept: EmitKept = (trace, runId) => {
    flush();
    const head = Buffer.from(CachedTrace.headOf(runId));
    if (!answer.add(head) || !answer.addShared(trace.shared)) throw refusalOfUnread();
    first.resolve();
  };
  reply.raw.once("close", () => {
    controller.abort(new WaitCancelled());
    account.close();
  });
  const done = work(emit, controller.signal, emitKept);
  const end = (error?: unknown) => {
    flush();
    const refusal = overrun ? refusalOfUnread() : error === undefined ? null : refusalOf(error);
    // After the first line it is too late for another status: the problem is the last line.
    answer.finish(refusal ? `${JSON.stringify({ kind: "problem", ...problemOf(refusal) })}\n` : "");
  };
  void done.then(() => end(), end);
  await Promise.race([first.promise, done]);
  return reply.type("application/x-ndjson").header("cache-control", "no-store").send(answer);
}
