import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Caller } from "../caller.ts";
import { clientNetwork } from "./client-network.ts";
import { isApi } from "./security.ts";
import { type ReadToken, SessionTokens } from "./session-token.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller;
  }
}

const cookieName = "offset_zero";
const headerName = "x-session";
const year = 365 * 24 * 60 * 60;

/**
 * Gives every request its session. The name in its token is a secret; `learner` is the public form of it and names
 * topics. Nothing is kept here: a request that brings a token belongs to its session, on any replica. A token without this
 * server's signature names the same session, but counts as new, and the answer hands it out signed.
 */
export function addSessions(app: FastifyInstance, secret: string): void {
  const tokens = new SessionTokens(secret);
  app.decorateRequest("caller");
  app.addHook("onRequest", async (request, reply) => {
    const { name, signed } = tokenOf(request, tokens) ?? { name: tokens.newName(), signed: false };
    request.caller = {
      learner: learnerOf(name),
      returned: signed,
      address: clientNetwork(request.ip),
      page: "http",
    };
    if (!signed && wantsSession(request)) hand(tokens.sign(name), request, reply);
  });
}

/** The public form of a session's secret name: 128 bits, so that no two sessions ever share one. */
export function learnerOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
}

function tokenOf(request: FastifyRequest, tokens: SessionTokens): ReadToken | null {
  const header = request.headers[headerName];
  const token = typeof header === "string" ? header : request.cookies[cookieName];
  return token === undefined ? null : tokens.read(token);
}

function wantsSession(request: FastifyRequest): boolean {
  return isApi(request) || (request.headers.accept ?? "").includes("text/html");
}

function hand(token: string, request: FastifyRequest, reply: FastifyReply): void {
  // Lax and not Strict: a link from another page must not begin a new session over the old one.
  reply.setCookie(cookieName, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: request.protocol === "https",
    maxAge: year,
  });
  // Browsers keep it in the cookie, out of reach of any script; others read it here.
  const fromBrowser = request.headers["sec-fetch-site"] !== undefined || request.headers.origin !== undefined;
  if (!fromBrowser) reply.header(headerName, token);
}
