import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../errors.ts";
import type { Settings } from "../settings.ts";
import { networkOf } from "./address.ts";
import { httpLimits } from "./limits.ts";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** Names, origins, rates and headers: what is settled before a request is looked at. */
export async function addSecurity(app: FastifyInstance, settings: Settings): Promise<void> {
  app.addHook("onRequest", async (request, reply) => {
    if (isApi(request)) reply.header("content-security-policy", "default-src 'none'");
    checkHost(request, settings);
    checkOrigin(request, settings);
  });
  await app.register(helmet, {
    // The site's pages carry hashes of their own scripts.
    contentSecurityPolicy: false,
    // Whether this server is only reached by TLS is for the proxy in front to say.
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, {
    max: settings.perAddressSessions * httpLimits.requestsPerSession,
    timeWindow: httpLimits.requestWindowMilliseconds,
    keyGenerator: ({ ip }) => networkOf(ip),
    allowList: (request) => !isApi(request),
    errorResponseBuilder: () =>
      new Refusal("rate-limited", "", { retryAfter: httpLimits.requestWindowMilliseconds / 1_000 }),
  });
}

/** By its route and not by its text: `/%61pi/runs` leads to the same place. */
export function isApi({ routeOptions, url }: FastifyRequest): boolean {
  return (routeOptions.url ?? url).startsWith("/api/");
}

function checkHost({ headers }: FastifyRequest, { hosts }: Settings): void {
  if (hosts === null) return;
  const name = nameOf(headers.host ?? "");
  if (!hosts.has(name)) throw new Refusal("host-not-allowed", `It was asked for as ${JSON.stringify(name)}.`);
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

/**
 * A page of another site may not act here in the name of a learner who has this one open. Only browsers send an
 * Origin; a WebSocket without one has to bring a session in a header, which no foreign page can.
 */
function checkOrigin({ headers, method }: FastifyRequest, { origins }: Settings): void {
  const { origin } = headers;
  const opensSocket = headers.upgrade?.toLowerCase() === "websocket";
  if (origin === undefined) {
    if (opensSocket && headers["x-session"] === undefined) {
      throw new Refusal("origin-not-allowed", "A WebSocket needs an Origin or the header X-Session.");
    }
    return;
  }
  if (reading.has(method) && !opensSocket) return;
  if (hostOf(origin) !== headers.host?.toLowerCase() && !origins.has(origin))
    throw new Refusal("origin-not-allowed");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
