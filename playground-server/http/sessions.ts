import { createHash, randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Caller } from "../playground.ts";
import { networkOf } from "./address.ts";
import { isApi } from "./security.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller;
  }
}

const cookieName = "offset_zero";
const headerName = "x-session";
const year = 365 * 24 * 60 * 60;
/** 192 bits, as base64url; what a client makes up itself has to be as long as 128 bits are. */
const tokenBytes = 24;
const tokenShape = /^[A-Za-z0-9_-]{22,128}$/;

/**
 * Gives every request its session. The token is a secret; `learner` is its public form and names topics. Nothing is
 * kept here: whoever brings a token is that session, on any replica.
 */
export function addSessions(app: FastifyInstance): void {
  app.decorateRequest("caller");
  app.addHook("onRequest", async (request, reply) => {
    const brought = tokenOf(request);
    const token = brought ?? randomBytes(tokenBytes).toString("base64url");
    request.caller = {
      learner: learnerOf(token),
      returned: brought !== null,
      address: networkOf(request.ip),
      page: "http",
    };
    if (brought === null && wantsSession(request)) hand(token, request, reply);
  });
}

/** The public form of a session's token. */
function learnerOf(token: string): string {
  return createHash("sha256").update(token).digest("hex").slice(0, 12);
}

function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers[headerName];
  const token = typeof header === "string" ? header : request.cookies[cookieName];
  return token !== undefined && tokenShape.test(token) ? token : null;
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
