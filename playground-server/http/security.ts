import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal, refusalDetail } from "../errors.ts";
import type { Settings } from "../settings.ts";
import type { ByteRates } from "./byte-rates.ts";
import { clientNetwork } from "./client-network.ts";
import { httpLimits } from "./limits.ts";
import { sendWrongHostPage, wantsHtml } from "./wrong-host-page.ts";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** Names, origins, rates and headers: what is settled before a request is looked at. */
export async function addSecurity(
  app: FastifyInstance,
  settings: Settings,
  byteRates: ByteRates,
): Promise<void> {
  app.addHook("onRequest", async (request, reply) => {
    if (isApi(request)) reply.header("content-security-policy", "default-src 'none'");
    const name = nameOf(request.headers.host ?? "");
    if (settings.hosts?.has(name) === false) {
      if (wantsHtml(request) && !isApi(request)) return sendWrongHostPage(request, reply, settings);
      throw new Refusal("host-not-allowed", refusalDetail("host-named", { host: JSON.stringify(name) }));
    }
    checkOrigin(request, settings);
    return undefined;
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
    keyGenerator: ({ ip }) => clientNetwork(ip),
    allowList: (request) => !isApi(request),
    errorResponseBuilder: () =>
      new Refusal("rate-limited", null, { retryAfter: httpLimits.requestWindowMilliseconds / 1_000 }),
  });
  app.addHook("onRequest", async (request) =>
    byteRates.take(clientNetwork(request.ip), announcedBytes(request)),
  );
}

/** How many bytes a body will have at most, known before it is read. A body that is too long is refused by its Content-Length. */
function announcedBytes({ headers }: FastifyRequest): number {
  const length = Number(headers["content-length"] ?? 0);
  if (headers["transfer-encoding"] !== undefined) return httpLimits.bodyBytes;
  return length <= httpLimits.bodyBytes ? length : 0;
}

/** By its route and not by its text: `/%61pi/runs` leads to the same place. */
export function isApi({ routeOptions, url }: FastifyRequest): boolean {
  return (routeOptions.url ?? url).startsWith("/api/");
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

/**
 * A page of another site may not act here in the name of a learner who has this one open. Only browsers send an
 * Origin; a WebSocket without one has to bring a session in a header, which no foreign page can.
 */
function checkOrigin({ headers, method, protocol }: FastifyRequest, { origins }: Settings): void {
  const { origin } = headers;
  const opensSocket = headers.upgrade?.toLowerCase() === "websocket";
  if (origin === undefined) {
    if (opensSocket && headers["x-session"] === undefined) {
      throw new Refusal("origin-not-allowed", refusalDetail("websocket-without-origin"));
    }
    return;
  }
  if (reading.has(method) && !opensSocket) return;
  if (!isOwn(origin, `${protocol}://${headers.host}`) && !origins.has(origin))
    throw new Refusal("origin-not-allowed");
}

/** Scheme, name and port: a page of this host over plain HTTP could have been changed on its way. */
function isOwn(origin: string, own: string): boolean {
  return URL.canParse(origin) && URL.canParse(own) && new URL(origin).origin === new URL(own).origin;
}
