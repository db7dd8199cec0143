import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { Refusal } from "../errors.ts";

/** Files whose name holds a hash of their content. */
const unchanging = /[/\\]_assets[/\\]/;

/** Serves the built site: pages with a content security policy of their own, hashed files for ever. */
export async function addStaticSite(app: FastifyInstance, folder: string | null): Promise<void> {
  app.addHook("onRequest", async ({ url }, reply) => {
    if (!namesNoFile(url)) return;
    reply.callNotFound();
    return reply;
  });
  const present = folder !== null && existsSync(folder);
  if (present) {
    await app.register(fastifyStatic, {
      root: folder,
      redirect: true,
      cacheControl: false,
      setHeaders(reply, path) {
        reply.header(
          "cache-control",
          unchanging.test(path.slice(folder.length)) ? "public, max-age=31536000, immutable" : "no-cache",
        );
        if (path.endsWith(".html")) reply.header("content-security-policy", policyOf(path));
      },
    });
  }
  const missing = folder === null ? null : join(folder, "404.html");
  // Requests for pages are not counted. Names that do not exist are, so that a client cannot try any number of them.
  const count = app.createRateLimit({ allowList: () => false });
  app.setNotFoundHandler(async (request, reply) => {
    const rate = await count(request);
    if (!rate.isAllowed && rate.isExceeded) {
      throw new Refusal("rate-limited", null, { retryAfter: rate.ttlInSeconds });
    }
    const wantsPage = request.method === "GET" && !request.url.startsWith("/api/");
    if (!wantsPage || missing === null || !existsSync(missing)) throw new Refusal("not-found");
    return reply
      .code(404)
      .header("content-security-policy", policyOf(missing))
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(readFileSync(missing));
  });
}

/** Whether an address cannot be that of a file. The file server fails on an empty part, a backslash or a NUL. */
function namesNoFile(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  return /\/\/|\\|%5c|%00/i.test(path);
}

const policies = new Map<string, { changed: number; policy: string }>();

/**
 * What a page may load and run. Scripts come from here; the few that the build writes into the page are allowed by
 * their hash. Editor and sandbox run in workers, the engine is WebAssembly. Monaco writes style elements as it goes.
 */
function policyOf(file: string): string {
  const changed = statSync(file).mtimeMs;
  const known = policies.get(file);
  if (known?.changed === changed) return known.policy;
  const hashes = inlineScripts(readFileSync(file, "utf8")).map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const policy = [
    "default-src 'self'",
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...new Set(hashes)].join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  policies.set(file, { changed, policy });
  return policy;
}

function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, text]) => text ?? "",
  );
}
