import cookie from "@fastify/cookie";
import websocket from "@fastify/websocket";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";
import { Refusal } from "../errors.ts";
import { readJson } from "../json-text.ts";
import type { Playground } from "../playground.ts";
import { socketLimits } from "../socket/limits.ts";
import { addSocket } from "../socket/socket.ts";
import { answerBroken } from "./broken-requests.ts";
import { httpLimits } from "./limits.ts";
import { counters } from "./metrics.ts";
import { type Patience, patience } from "./patience.ts";
import { addProblems, sendProblem } from "./problems.ts";
import { addRoutes } from "./routes.ts";
import { addSecurity } from "./security.ts";
import { addSessions } from "./sessions.ts";
import { addSite } from "./site.ts";

/** The whole web side, not yet listening; tests inject requests into it. */
export async function buildApp(
  playground: Playground,
  siteDir: string | null,
  logger: Logger,
  waits: Patience = patience,
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: httpLimits.bodyBytes,
    // A request that trickles in byte by byte holds nothing for long.
    requestTimeout: waits.request,
    http: { headersTimeout: waits.headers, connectionsCheckingInterval: waits.look },
    forceCloseConnections: true,
    // One proxy, the one in front: further addresses in X-Forwarded-For are the client's own words.
    trustProxy: playground.settings.trustProxy && ((_, hop) => hop === 0),
    // What is no request, and addresses that Fastify cannot route, never come to its error handler.
    clientErrorHandler: answerBroken,
    frameworkErrors: (_, __, reply) => sendProblem(new Refusal("not-found"), reply),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, async (_: unknown, body: string) =>
    readJson(body),
  );
  addProblems(app);
  app.addHook("onResponse", async (_, { statusCode }) => {
    if (statusCode >= 400) counters.refused++;
  });
  // Before the rules of who may come in: it ends the connection of a handshake that they refuse.
  await app.register(websocket, {
    options: { maxPayload: socketLimits.messageBytes, perMessageDeflate: false },
  });
  await addSecurity(app, playground.settings);
  await app.register(cookie);
  addSessions(app);
  addSocket(app, playground, waits);
  addRoutes(app, playground);
  await addSite(app, siteDir);
  return app;
}
