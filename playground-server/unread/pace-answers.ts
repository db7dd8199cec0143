import type { FastifyInstance } from "fastify";
import type { Playground } from "../playground.ts";
import { refusalOfUnread } from "./memory-budget.ts";
import { PacedAnswer } from "./paced-answer.ts";
import { cutStalledReader } from "./stalled-readers.ts";

/** Holds HTTP answers to the budget, and cuts off readers that read nothing for `stalled` ms. */
export function addPacing(app: FastifyInstance, playground: Playground, stalled: number): void {
  app.addHook("onRequest", async ({ raw }, reply) => {
    reply.raw.once("close", cutStalledReader(raw.socket, stalled, playground.metrics.connectionsCut));
  });
  // Answers that are complete before they are sent, such as the records of a topic. Small ones need no pacing.
  app.addHook("onSend", async ({ caller, method }, reply, payload) => {
    if (typeof payload !== "string" || method === "HEAD") return payload;
    const length = Buffer.byteLength(payload);
    if (length <= playground.unread.limits.reservedBytes) return payload;
    const account = playground.unread.open(caller.address);
    reply.raw.once("close", () => account.close());
    const answer = new PacedAnswer(account);
    if (!answer.add(Buffer.from(payload))) throw refusalOfUnread();
    answer.finish();
    reply.header("content-length", length);
    return answer;
  });
}
