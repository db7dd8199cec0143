import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { problemOf } from "../errors.ts";
import { GivenUp } from "../runs/queue.ts";
import { refusalOf } from "./problems.ts";

/**
 * Streams one JSON line for each message. The answer begins with the first message that is no progress, so that what
 * is refused before it, be it after a long wait for Kafka, is answered as a problem with its own status. The work is given up when the client goes away. What a slow reader leaves unread is
 * bounded by what one run may put out.
 */
export async function streamLines(
  reply: FastifyReply,
  work: (emit: (message: { kind: string }) => void, signal: AbortSignal) => Promise<void>,
): Promise<FastifyReply> {
  const controller = new AbortController();
  const first = Promise.withResolvers<void>();
  const lines = new Readable({ read() {} });
  let batch = "";
  const flush = () => {
    if (batch !== "") lines.push(batch);
    batch = "";
  };
  const emit = (message: { kind: string }) => {
    if (batch === "") queueMicrotask(flush);
    batch += `${JSON.stringify(message)}\n`;
    if (message.kind !== "progress") first.resolve();
  };
  reply.raw.on("close", () => controller.abort(new GivenUp()));
  const done = work(emit, controller.signal);
  const end = () => {
    flush();
    lines.push(null);
  };
  void done.then(end, (error: unknown) => {
    // After the first line it is too late for another status: the problem is the last line.
    emit({ kind: "problem", ...problemOf(refusalOf(error)) });
    end();
  });
  await Promise.race([first.promise, done]);
  return reply.type("application/x-ndjson").header("cache-control", "no-store").send(lines);
}
