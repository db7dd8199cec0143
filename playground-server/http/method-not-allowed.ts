import type { FastifyInstance } from "fastify";
import { Refusal, refusalDetail } from "../errors.ts";

/**
 * Answers every path that is added after this with 405 for the methods it does not offer, once `add` is called. Such
 * a request is refused before it is read: neither its body nor its media type matters.
 */
export function answerMethodNotAllowed(app: FastifyInstance): { add(): void } {
  const offered = new Map<string, string[]>();
  app.addHook("onRoute", ({ url, method }) => {
    offered.set(url, [...(offered.get(url) ?? []), ...[method].flat()]);
  });
  return {
    add() {
      for (const [url, own] of [...offered]) {
        // Fastify answers HEAD wherever it answers GET.
        const allowed = own.includes("GET") ? [...new Set([...own, "HEAD"])] : own;
        app.route({
          url,
          schema: { hide: true },
          method: app.supportedMethods.filter((method) => !allowed.includes(method)),
          async onRequest(_, reply) {
            reply.header("allow", allowed.join(", "));
            throw new Refusal(
              "method-not-allowed",
              refusalDetail("supported-methods", { methods: allowed.join(", ") }),
            );
          },
          handler() {},
        });
      }
    },
  };
}
