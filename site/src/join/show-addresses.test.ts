// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  document.body.innerHTML = "<div data-join></div>";
});
afterEach(() => vi.unstubAllGlobals());

/** The page on the server's own machine, where the server names these addresses for others. */
async function open(addresses: string[]): Promise<HTMLElement> {
  vi.stubGlobal("location", new URL("http://localhost:4000/join/"));
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ addresses })));
  await import("./show-addresses.ts");
  return document.querySelector("[data-join]") as HTMLElement;
}

test("the page shows the best address large, its QR code, and the others", async () => {
  const place = await open(["http://192.168.1.7:4000", "http://10.0.0.7:4000"]);
  const links = [...place.querySelectorAll("a")].map(({ href }) => href);
  expect(links).toEqual(["http://192.168.1.7:4000/", "http://10.0.0.7:4000/"]);
  const code = place.querySelector('[role="img"]');
  expect(code?.getAttribute("aria-label")).toBe("QR code of http://192.168.1.7:4000/");
  expect(code?.querySelector("svg path")?.getAttribute("d")).toMatch(/^M/);
});

test("where nobody else can come in the page says how to let others in", async () => {
  const place = await open([]);
  expect(place.textContent).toContain("Only this machine can open this address.");
  expect(place.querySelector("code")?.textContent).toBe("HOST=0.0.0.0 npm start");
  expect(place.querySelector("svg")).toBeNull();
  expect(place.textContent).not.toContain("camera");
});
