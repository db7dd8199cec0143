import type { FastifyReply, FastifyRequest } from "fastify";
import { errors } from "../errors.ts";
import type { Settings } from "../settings.ts";

/** Where other machines reach this server, as the visitor's own request came in: by the same scheme and port. */
export function addressesForOthers(request: FastifyRequest, settings: Settings): string[] {
  return settings.reachableNames().map((name) => addressOf(request, name));
}

/** Whether a person looks at the answer and not a program. */
export function wantsHtml({ method, headers }: FastifyRequest): boolean {
  return ["GET", "HEAD"].includes(method) && /\btext\/html\b/.test(headers.accept ?? "");
}

/** The page for a visitor who came by a name that this server does not answer to: it links to the addresses that work. */
export function sendWrongHostPage(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: Settings,
): FastifyReply {
  const others = addressesForOthers(request, settings);
  const addresses = others.length > 0 ? others : [addressOf(request, "localhost")];
  return reply
    .code(errors["host-not-allowed"].status)
    .header(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(pageOf(request.headers.host ?? "", addresses, pathOf(request)));
}

function pageOf(host: string, addresses: string[], path: string): string {
  const links = addresses.map((address) => {
    const [href, text] = [escapeHtml(address + path), escapeHtml(address)];
    return `<li><a href="${href}">${text}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>This server has another address</title>
<style>body { max-width: 38rem; margin: 15vh auto; padding: 0 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif; color-scheme: light dark } li { font-size: 1.375rem }</style>
<h1>This server has another address</h1>
<p>You opened <b>${escapeHtml(host)}</b>. Offset Zero runs here, but it does not answer to that name. Open it here:</p>
<ul>
${links.join("\n")}
</ul>
<p>If you run this server and people should use this name: add it to <code>ALLOWED_HOSTS</code> and start again.</p>
</html>
`;
}

function addressOf({ headers, protocol }: FastifyRequest, name: string): string {
  const port = /:\d+$/.exec(headers.host ?? "")?.[0] ?? "";
  return `${protocol}://${name}${port}`;
}

/** The page that was asked for; the home page where the address could lead to another server. */
function pathOf({ url }: FastifyRequest): string {
  return url.startsWith("/") && !url.startsWith("//") ? url : "/";
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
