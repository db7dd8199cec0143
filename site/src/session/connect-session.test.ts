import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sessionWords } from "../../../language/english/server-or-engine-away.ts";
import { connect } from "./connect-session.ts";

/** How many connections the server still takes; further ones are closed as soon as they are open. */
let places = 0;

/** A WebSocket to a server that has only so many places. */
class PlacedSocket {
  static OPEN = 1;
  static opened = 0;
  static newest: PlacedSocket | null = null;
  readyState = 1;
  onopen = () => {};
  onclose = (_: { code: number }) => {};
  onmessage = (_: { data: string }) => {};
  constructor() {
    PlacedSocket.opened++;
    PlacedSocket.newest = this;
    queueMicrotask(() => {
      this.onopen();
      if (places-- > 0) return;
      this.readyState = 3;
      this.onclose({ code: 1013 });
    });
  }
  static sent: string[] = [];
  send(text: string) {
    PlacedSocket.sent.push(text);
    const about = { log: { kind: "local", version: "4.1", sentence: "" } };
    if (places > 0) this.onmessage({ data: JSON.stringify({ kind: "hello", about, learner: "abc" }) });
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("WebSocket", PlacedSocket);
  vi.stubGlobal("location", new URL("http://localhost/lessons/"));
  vi.stubGlobal("fetch", async () => Response.json({ engine: "here" }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a page for which the server has no place says so, asks again, and goes to the server once it has one", async () => {
  const session = connect("/");
  await vi.waitUntil(() => session.where().kind === "browser");
  expect(session.where()).toEqual({ kind: "browser", because: "full" });
  await expect(session.append("mine.a", "k", { type: "A", data: null })).rejects.toThrow(sessionWords.full);
  const before = PlacedSocket.opened;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(PlacedSocket.opened).toBeGreaterThan(before + 2);
  expect(session.where()).toEqual({ kind: "browser", because: "full" });
  places = 1;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(session.where()).toMatchObject({ kind: "kafka", version: "4.1" });
});

test("a page whose connection was lost asks about the server before it opens a new one, which brings the server's cookie", async () => {
  vi.stubGlobal("location", new URL("http://localhost/secret-changes/"));
  places = 1;
  const session = connect("/secret-changes/");
  await vi.waitUntil(() => session.where().kind === "kafka");
  const asked: string[] = [];
  let there = false;
  vi.stubGlobal("fetch", async (url: URL) => {
    asked.push(`${url.pathname} before socket ${PlacedSocket.opened}`);
    return there ? Response.json({ engine: "here" }) : new Response("", { status: 502 });
  });
  const before = PlacedSocket.opened;
  PlacedSocket.newest?.onclose({ code: 1006 });
  await vi.advanceTimersByTimeAsync(10_000);
  // The server is away: nothing is opened, and it is asked again and again.
  expect([PlacedSocket.opened, session.where()]).toEqual([before, { kind: "browser", because: "lost" }]);
  expect(asked.length).toBeGreaterThan(1);
  there = true;
  places = 1;
  session.retry();
  await vi.waitUntil(() => session.where().kind === "kafka");
  expect([asked.at(-1), PlacedSocket.opened]).toEqual([
    `/secret-changes/api/about before socket ${before}`,
    before + 1,
  ]);
});

test("a log of more bytes than a message may have is folded in the browser, a shorter one on the server", async () => {
  vi.stubGlobal("location", new URL("http://localhost/short-and-long/"));
  places = 2;
  const session = connect("/short-and-long/");
  await vi.waitUntil(() => session.where().kind === "kafka");
  PlacedSocket.sent = [];
  const run = (count: number) => {
    const record = {
      position: { topic: "copy", partition: 0, offset: 0 },
      key: "k",
      headers: {},
      value: "x".repeat(100),
    };
    const records = Array.from({ length: count }, () => record) as never[];
    session.run(
      { payload: { exercise: { id: "a" } }, source: "", log: { kind: "records", records } } as never,
      () => {},
    );
    return PlacedSocket.sent.filter((text) => text.includes('"run"')).length;
  };
  expect(run(1_000)).toBe(0);
  expect(run(500)).toBe(1);
});
