import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { serverAnswers } from "./server-address.ts";

const api = new URL("http://localhost/api/");
let answer: (response: Response) => void;

beforeEach(() => {
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
  vi.stubGlobal(
    "fetch",
    (_: URL, { signal }: RequestInit) =>
      new Promise<Response>((resolve, reject) => {
        answer = resolve;
        if (signal?.aborted) reject(signal.reason);
      }),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("a built page goes on alone once the time for the server's answer is over", async () => {
  vi.stubEnv("DEV", false);
  expect(await serverAnswers(api)).toBe(false);
});

test("a page under astro dev waits until a server that restarts answers", async () => {
  const answers = serverAnswers(api);
  answer(Response.json({ engine: "here" }));
  expect(await answers).toBe(true);
});
