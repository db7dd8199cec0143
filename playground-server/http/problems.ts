import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import { errors, problemOf, Refusal, refusalDetail } from "../errors.ts";

/** Fastify's own codes, and what they mean to a client. */
const meanings: Record<string, Refusal> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new Refusal("body-too-large"),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Refusal("media-type-unknown"),
};

/** Answers everything that goes wrong as `application/problem+json`, without a word from inside. */
export function addProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    // What a client did wrong is counted, not written down: anybody could fill the disk with it.
    if (errors[refusal.code].status >= 500) {
      request.log.warn({ code: refusal.code, err: refusal.cause }, "a request failed");
    }
    // A refused handshake ends its connection; the client must not send the next request on it.
    if (request.ws) reply.header("connection", "close");
    return sendProblem(refusal, reply);
  });
}

/** Answers with the refusal's status and its problem. */
export function sendProblem(refusal: Refusal, reply: FastifyReply): FastifyReply {
  if (refusal.retryAfter !== undefined) reply.header("retry-after", refusal.retryAfter);
  return reply
    .code(errors[refusal.code].status)
    .type("application/problem+json")
    .send(JSON.stringify(problemOf(refusal)));
}

/** Any error as a refusal: what is not known is an internal one and says nothing more. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const known = meanings[code ?? ""];
  if (known) return known;
  if (error instanceof Error && statusCode === 400)
    return new Refusal("request-invalid", refusalDetail("body-not-json"));
  return new Refusal("internal", null, { cause: error });
}
