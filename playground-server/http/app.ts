import { finished } from "node:stream/promises";
import cookie from "@fastify/cookie";
import websocket from "@fastify/websocket";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";
import { Refusal } from "../errors.ts";
import type { Playground } from "../playground.ts";
import { socketLimits } from "../socket/limits.ts";
import { addSocket, closeSockets } from "../socket/socket.ts";
import { readJson } from "../strict-json.ts";
import { addPacing } from "../unread/pace-answers.ts";
import { addOpenApi } from "./add-openapi.ts";
import { answerBroken } from "./broken-requests.ts";
import { httpLimits } from "./limits.ts";
import { addProblems, sendProblem } from "./problems.ts";
import { addRoutes } from "./routes.ts";
import { addSecurity } from "./security.ts";
import { addSessions } from "./session-of-request.ts";
import { addStaticSite } from "./static-site.ts";
import { defaultTimeouts, type Timeouts } from "./timeouts.ts";
import { addValidation } from "./validation.ts";

/** The whole web side, not yet listening; tests inject requests into it. */
export async function buildApp(
  playground: Playground,
  siteDir: string | null,
  sessionSecret: string,
  logger: Logger,
  waits: Timeouts = defaultTimeouts,
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: httpLimits.bodyBytes,
    // A request that trickles in byte by byte holds nothing for long.
    requestTimeout: waits.request,
    http: { headersTimeout: waits.headers, connectionsCheckingInterval: waits.look },
    forceCloseConnections: true,
    // A request on an open connection is refused with the same message while the server stops.
    return503OnClosing: false,
    // One proxy, the one in front: further addresses in X-Forwarded-For are the client's own words.
    trustProxy: playground.settings.trustProxy && ((_, hop) => hop === 0),
    // What is no request, and addresses that Fastify cannot route, never come to its error handler.
    clientErrorHandler: (error, socket) => answerBroken(error, socket, playground.metrics.refused),
    frameworkErrors: (_, __, reply) => sendProblem(new Refusal("not-found"), reply),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, async (_: unknown, body: string) =>
    readJson(body),
  );
  addProblems(app);
  addValidation(app);
  app.addHook("onRequest", async ({ ws }, reply) => {
    // The work of an answer is done before its last line is sent.
    if (!ws) playground.work.waitFor(finished(reply.raw).catch(() => {}));
  });
  app.addHook("onResponse", async (_, { statusCode }) => {
    if (statusCode >= 400) playground.metrics.refused.inc();
  });
  // Before the rules of who may come in: it ends the connection of a handshake that they refuse.
  await app.register(websocket, {
    options: { maxPayload: socketLimits.messageBytes, perMessageDeflate: false },
    preClose: (done) => {
      closeSockets(app);
      done();
    },
  });
  await addSecurity(app, playground.settings, playground.byteRates);
  await app.register(cookie);
  addSessions(app, sessionSecret);
  addPacing(app, playground, waits.unread);
  await addOpenApi(app, playground.about().version);
  addSocket(app, playground, waits);
  addRoutes(app, playground);
  await addStaticSite(app, siteDir);
  return app;
}
