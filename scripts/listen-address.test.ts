import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { chooseAddress, urlOf, urlsForOthers } from "./listen-address.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

test("an explicit port that is taken is a failure that names it", async () => {
  const port = await listen();
  await expect(chooseAddress({ PORT: String(port) })).rejects.toThrow(`PORT is ${port}, but another program`);
});

test("without PORT a port from 4000 on that is free is found", async () => {
  const { host, port } = await chooseAddress({});
  expect(host).toBe("127.0.0.1");
  expect(port).toBeGreaterThanOrEqual(4000);
});

test("HOST and PORT are taken at their word", async () => {
  expect(await chooseAddress({ HOST: "0.0.0.0", PORT: "0" })).toEqual({ host: "0.0.0.0", port: 0 });
  await expect(chooseAddress({ PORT: "eighty" })).rejects.toMatchObject({ code: "settings-wrong" });
});

test.each(["203.0.113.7", "no-such-host.invalid"])(
  "HOST=%s is no address of this machine: that is said with the addresses it has",
  async (HOST) => {
    for (const PORT of [undefined, "4000"]) {
      await expect(chooseAddress({ HOST, PORT })).rejects.toMatchObject({
        code: "settings-wrong",
        message: expect.stringMatching(
          `^HOST is ${HOST}, which is not an address of this machine. Its addresses are .*127.0.0.1.*; 0.0.0.0 means`,
        ),
      });
    }
  },
);

test("the address is written as people type it", () => {
  expect(urlOf({ host: "127.0.0.1", port: 4000 })).toBe("http://localhost:4000");
  expect(urlOf({ host: "0.0.0.0", port: 4000 })).toBe("http://localhost:4000");
  expect(urlOf({ host: "fd00::1", port: 80 })).toBe("http://[fd00::1]:80");
  expect(urlOf({ host: "class.example", port: 80 })).toBe("http://class.example:80");
});

test("where others can reach the server, the printed addresses are theirs", () => {
  const everywhere = { host: "0.0.0.0", port: 4000 };
  for (const url of urlsForOthers(everywhere, {})) expect(url).toMatch(/^http:\/\/(?!0|127\.)[\d.]+:4000$/);
  expect(urlsForOthers(everywhere, { ALLOWED_HOSTS: "class.example, localhost" })).toEqual([
    "http://class.example:4000",
  ]);
  expect(urlsForOthers({ host: "127.0.0.1", port: 4000 }, { ALLOWED_HOSTS: "class.example" })).toEqual([]);
});

async function listen(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
