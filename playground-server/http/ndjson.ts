import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { problemOf } from "../errors.ts";
import { GivenUp } from "../runs/queue.ts";
import { refusalOf } from "./problems.ts";

/**
 * Streams one JSON line for each message. The answer begins with the first message, so that what is refused before
 * it is answered as a problem. The work is given up when the client goes away. What a slow reader leaves unread is
 * bounded by what one run may put out.
 */
export async function streamLines(
  reply: FastifyReply,
  work: (emit: (message: unknown) => void, signal: AbortSignal) => Promise<void>,
): Promise<FastifyReply> {
  const controller = new AbortController();
  const first = Promise.withResolvers<void>();
  const lines = new Readable({ read() {} });
  let batch = "";
  const flush = () => {
    if (batch !== "") lines.push(batch);
    batch = "";
  };
  const emit = (message: unknown) => {
    if (batch === "") queueMicrotask(flush);
    batch += `${JSON.stringify(message)}\n`;
    first.resolve();
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
