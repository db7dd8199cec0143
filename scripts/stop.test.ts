import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { givenRecords, lines, summingSource } from "../playground-server/testing/test-playground.ts";
import { TestClient } from "../playground-server/testing/websocket-client.ts";
import { runs, treeOf } from "./bench/process-tree.ts";
import {
  killAll,
  printedAddress,
  type StartedProcess,
  startOffsetZero,
  waitUntil,
} from "./testing/npm-start.ts";

// A whole product starts in each test.
vi.setConfig({ testTimeout: 120_000 });

let dataDir: string;
let started: StartedProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-stop-"));
  started = [];
});

afterEach(async () => {
  killAll(started);
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
});

/** Each step takes a part of a second. */
const slow = { source: summingSource("for (let i = 0; i < 600_000; i++);"), log: givenRecords(6) };

test("after SIGTERM a run under way over HTTP and one over a WebSocket get their one end, and no process is left", async () => {
  const server = begin();
  const url = await printedAddress(server);
  const socket = await TestClient.open(url, "a-session-on-a-web-socket");
  socket.send({ kind: "run", id: "r", ...slow });
  const [answer] = await Promise.all([
    fetch(`${url}/api/runs`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-session": "another-session-over-http" },
      body: JSON.stringify(slow),
    }),
    socket.next(({ id, message }) => id === "r" && message.kind === "step"),
  ]);
  const processes = treeOf(server.child.pid ?? 0);
  const exit = once(server.child, "exit");
  server.child.kill("SIGTERM");
  const body = await answer.text();
  expect(await socket.closed).toEqual({ code: 1001, reason: "The server stops." });
  expect(await exit).toEqual([0, null]);
  expect(processes.length).toBeGreaterThan(2);
  while (processes.some(runs)) await sleep(20);
  // On a busy machine a run may need more than the time it is given.
  const one = [expect.stringMatching(/^(ok|cancelled)$/)];
  expect(ends(lines(body))).toEqual(one);
  expect(ends(socket.answers("r"))).toEqual(one);
});

test("a second signal ends the server at once, whatever is under way", async () => {
  const server = begin();
  const { hostname, port, host } = new URL(await printedAddress(server));
  // A request whose body never comes is waited for.
  const silent = connect(Number(port), hostname).on("error", () => {});
  silent.write(
    `POST /api/runs HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n` +
      "Expect: 100-continue\r\n\r\n",
  );
  await once(silent, "data");
  const exit = once(server.child, "exit");
  server.child.kill("SIGTERM");
  await waitUntil(() => server.said().includes("Ending."), started);
  const again = setInterval(() => server.child.kill("SIGTERM"), 100);
  expect(await exit).toEqual([1, null]);
  clearInterval(again);
  silent.destroy();
});

function ends(messages: { kind: string; verdict?: string }[]) {
  return messages.filter(({ kind }) => kind === "end").map(({ verdict }) => verdict);
}

function begin(): StartedProcess {
  const server = startOffsetZero({ KAFKA_KIND: "none", PORT: "0", DATA_DIR: dataDir });
  started.push(server);
  return server;
}
