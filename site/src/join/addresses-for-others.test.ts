import { afterEach, expect, test, vi } from "vitest";
import { addressesForOthers, pageForOthers } from "./addresses-for-others.ts";

afterEach(() => vi.unstubAllGlobals());

/** A server that names these addresses; null: no server answers. */
function serve(addresses: string[] | null): void {
  vi.stubGlobal("fetch", async (url: URL) => {
    if (addresses === null || !url.pathname.endsWith("/api/join")) throw new TypeError("no answer");
    return new Response(JSON.stringify({ addresses }));
  });
}

const local = new URL("http://localhost:4000/lessons/chess/?seed=3#see");

test("on the server's own machine the server's addresses are said, never localhost", async () => {
  serve(["http://192.168.1.7:4000", "http://10.0.0.7:4000"]);
  expect(await addressesForOthers(local, "/")).toEqual(["http://192.168.1.7:4000/", "http://10.0.0.7:4000/"]);
});

test("an address that led here from elsewhere comes first, with the path of the site", async () => {
  serve(["http://10.0.0.7:4000"]);
  const page = new URL("http://course.example:4000/courses/join/");
  expect(await addressesForOthers(page, "/courses")).toEqual([
    "http://course.example:4000/courses/",
    "http://10.0.0.7:4000/courses/",
  ]);
});

test("a link made on the server's own machine leads others to the same page", async () => {
  serve(["http://192.168.1.7:4000"]);
  expect((await pageForOthers(local, "/")).href).toBe("http://192.168.1.7:4000/lessons/chess/?seed=3#see");
});

test("where nobody else can come in a link stays as it is", async () => {
  for (const answer of [[], null]) {
    serve(answer);
    expect(await pageForOthers(local, "/")).toBe(local);
    expect(await addressesForOthers(local, "/")).toEqual([]);
  }
});
