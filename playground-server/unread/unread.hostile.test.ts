import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { givenRecords, lines, summingSource, waitForCondition } from "../testing/test-playground.ts";

/** Answers of one address that nobody reads, and what the web process may hold with them. */
const unreadAnswers = 250;
const mostResidentBytes = 512 * 2 ** 20;

/** A run whose trace takes about 16 MB: each state holds a text of its own. */
const large = JSON.stringify({
  source: `export function initialState() { return ""; }
export function evolve(state, event) { return String(event.data.n).padEnd(195_000, "x"); }`,
  log: givenRecords(82),
});

let server: ChildProcess;
let address: string;
beforeAll(async () => {
  server = spawn(process.execPath, [join(import.meta.dirname, "../testing/server-process.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(server.stdout as NodeJS.ReadableStream, "data");
  address = String(line).trim();
});
afterAll(() => server.kill());

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(new RegExp(`^offset_zero_${name} (\\S+)$`, "m").exec(text)?.[1]);
}

async function run(body: string, session: string): Promise<string> {
  const headers = { "content-type": "application/json", "x-session": session };
  return (await fetch(`${address}/api/runs`, { method: "POST", headers, body })).text();
}

/** Asks for a run and reads nothing of the answer. */
function askWithoutReading(body: string): Socket {
  const { hostname, port, host } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.write(
    `POST /api/runs HTTP/1.1\r\nHost: ${host}\r\nX-Session: a-session-that-never-reads\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return socket;
}

test("250 answers of 16 MB that nobody reads stay within the memory of the web process, and others are served", async () => {
  const make = async () => (await run(large, "a-session-that-made-the-trace")).length > 15 * 2 ** 20;
  await waitForCondition(make, "the trace", 120_000);
  const sockets = Array.from({ length: unreadAnswers }, () => askWithoutReading(large));
  let resident = 0;
  await waitForCondition(
    async () => {
      resident = Math.max(resident, await metric("resident_memory_bytes"));
      expect(resident).toBeLessThan(mostResidentBytes);
      return (await metric("runs_from_cache_total")) >= unreadAnswers;
    },
    "an answer to every request",
    120_000,
  );
  const small = JSON.stringify({ source: summingSource(), log: givenRecords(3) });
  expect(lines(await run(small, "a-session-of-somebody-else")).at(-1).verdict).toBe("ok");
  expect(await metric("resident_memory_bytes")).toBeLessThan(mostResidentBytes);
  for (const socket of sockets) socket.destroy();
});
