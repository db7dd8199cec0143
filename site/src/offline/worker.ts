import { clientsClaim } from "workbox-core";
import { addRoute, cleanupOutdatedCaches, matchPrecache, precache } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";
import noServer from "../../public/api/about?raw";
import type { KeptFiles } from "./kept-files.ts";
import type { OfflineRequest } from "./worker-messages.ts";

/** Put in when the site is built. */
declare const keptFiles: KeptFiles;

/** What is used here of a service worker's scope; TypeScript's library for workers does not go beside the page's. */
interface WorkerEvent extends MessageEvent<OfflineRequest> {
  waitUntil(done: Promise<unknown>): void;
}
declare const self: {
  registration: { scope: string };
  clients: { matchAll(): Promise<unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "message" | "activate", listen: (event: WorkerEvent) => void): void;
};

/** How long a page is waited for, in milliseconds, before the kept one is shown. */
const maxWait = 4_000;
const usedCache = "offset-zero-used";

const scope = new URL(self.registration.scope);
const below = (path: string) => new URL(path, scope).href;
const atOnce = new Set(keptFiles.atOnce.map(({ url }) => below(url)));
const groups = keptFiles.whenUsed.map((files) => files.map(below));
const whenUsed = new Set(groups.flat());
const plain = ({ origin, pathname }: URL) => origin + pathname;
const isApi = ({ pathname }: URL) => pathname.startsWith(`${scope.pathname}api/`);
const isHashed = ({ pathname }: URL) => pathname.startsWith(`${scope.pathname}_assets/`);

precache(keptFiles.atOnce.map((file) => ({ ...file, url: below(file.url) })));
cleanupOutdatedCaches();
// The page that brought this script is of the same build: its later requests may come through here.
clientsClaim();

// The server is never kept, only missed in silence: then the answer is the one that a plain file server gives.
registerRoute(
  ({ url }) => url.href === below("api/about"),
  ({ request }) =>
    fetch(request).catch(() => new Response(noServer, { headers: { "content-type": "application/json" } })),
);

// Pages come from the network as long as there is one, so that a new build is seen at the next visit; the files that a
// page names bear their content's hash, so that two builds never mix in it.
registerRoute(
  ({ url, sameOrigin, request }) =>
    sameOrigin && !isApi(url) && (request.mode === "navigate" || (!isHashed(url) && atOnce.has(plain(url)))),
  async ({ url, request }) => {
    const fresh = fetch(request).then((answer) => (answer.status < 500 ? answer : Promise.reject(answer)));
    const kept = keptUnder(url);
    if (kept === null && request.mode !== "navigate") return fresh;
    const late = new Promise<never>((_, reject) => setTimeout(reject, kept ? maxWait : 60_000));
    return Promise.race([fresh, late]).catch(async (problem) => {
      const answer = await matchPrecache(kept ?? below("404.html"));
      return answer ?? (problem instanceof Response ? problem : Response.error());
    });
  },
);
addRoute();

const used = new CacheFirst({ cacheName: usedCache });
registerRoute(({ url }) => whenUsed.has(plain(url)), used);

/** The kept page or file at an address; a page's may be written without its last "/". */
function keptUnder(url: URL): string | null {
  return [plain(url), `${plain(url)}/`].find((address) => atOnce.has(address)) ?? null;
}

self.addEventListener("activate", (event) => event.waitUntil(forgetOld()));

/** Large files of earlier builds. */
async function forgetOld(): Promise<void> {
  const cache = await caches.open(usedCache);
  const old = (await cache.keys()).filter(({ url }) => !whenUsed.has(plain(new URL(url))));
  await Promise.all(old.map((request) => cache.delete(request)));
}

self.addEventListener("message", (event) => event.waitUntil(answer(event)));

async function answer({ data, ports }: WorkerEvent): Promise<void> {
  if (data.kind === "used") {
    const cache = await caches.open(usedCache);
    const missing = groups.filter((group) => group.some((file) => data.files.includes(file))).flat();
    await cache.addAll(missing);
  } else {
    const isOther = data.files.some((file) => !atOnce.has(file) && !whenUsed.has(file));
    ports[0]?.postMessage(isOther);
    // The only page there is was made by the same build as this worker, and nothing is left that needs the one before.
    if (!isOther && (await self.clients.matchAll()).length <= 1) await self.skipWaiting();
  }
}
