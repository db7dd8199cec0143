import { pathTo } from "../frame/path-to.ts";
import { workerFile } from "./service-worker-name.ts";
import type { OfflineRequest } from "./worker-messages.ts";

/** How often an open page asks for a newer build when it is looked at again, in milliseconds. */
const askAgain = 30 * 60_000;

const line = document.querySelector<HTMLElement>("[data-newer]");
line?.querySelector("[data-reload]")?.addEventListener("click", () => location.reload());
line?.querySelector("[data-later]")?.addEventListener("click", () => line.setAttribute("hidden", ""));

// Only when all is there that the page itself needs: keeping the site must not hold up looking at it.
if (import.meta.env.PROD && "serviceWorker" in navigator && !savesData())
  addEventListener("load", () => setTimeout(() => void keep().catch(() => {}), 1_000));

/** A visitor who pays for every byte gets only what is looked at. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Has the site kept in this browser, and says so where a newer build of it is ready. */
async function keep(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker.controller) serviceWorker.addEventListener("controllerchange", tellUsed, { once: true });
  const registration = await serviceWorker.register(pathTo(`/${workerFile}`));
  if (registration.waiting) void compare(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && registration.active) void compare(coming);
    });
  });

  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < askAgain) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}

/** What was fetched before there was a worker to keep it. */
function tellUsed(): void {
  const files = performance.getEntriesByType("resource").map(({ name }) => withoutQuery(name));
  postToWorker(navigator.serviceWorker.controller, { kind: "used", files });
}

/** A worker of another build waits: is it newer than this page, or was the page fetched from that build already? */
async function compare(worker: ServiceWorker): Promise<void> {
  const named = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
    "script[src], link[rel=stylesheet]",
  );
  const files = [...named].map((element) => withoutQuery("src" in element ? element.src : element.href));
  const { port1, port2 } = new MessageChannel();
  const isOther = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  postToWorker(worker, { kind: "is-other", files }, port2);
  if (await isOther) line?.removeAttribute("hidden");
}

function postToWorker(worker: ServiceWorker | null, asked: OfflineRequest, ...ports: MessagePort[]): void {
  worker?.postMessage(asked, ports);
}

function withoutQuery(address: string): string {
  const { origin, pathname } = new URL(address, location.href);
  return origin + pathname;
}
