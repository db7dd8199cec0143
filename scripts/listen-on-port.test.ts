import { expect, test } from "vitest";
import type { RunningServer, ServerOptions } from "../playground-server/main.ts";
import { freePort } from "../services/processes/free-ports.ts";
import { listenOnPort } from "./listen-on-port.ts";

const parts = {} as Omit<ServerOptions, "host" | "port">;
const taken = () => Promise.reject(Object.assign(new Error("listen EADDRINUSE"), { code: "EADDRINUSE" }));

test("a port that another program takes while the server starts is one sentence", async () => {
  const port = await freePort("127.0.0.1");
  await expect(listenOnPort({ PORT: String(port) }, parts, taken)).rejects.toMatchObject({
    code: "port-taken",
    message: expect.stringMatching(`^PORT is ${port}, but another program uses it\\.`),
  });
});

test("where no port was asked for the next one is tried", async () => {
  let count = 0;
  const second = async ({ host, port }: ServerOptions) => {
    if (++count === 1) return taken();
    return { url: `http://${host}:${port}` } as RunningServer;
  };
  const { address } = await listenOnPort({}, parts, second);
  expect([count, address.host]).toEqual([2, "127.0.0.1"]);
});
