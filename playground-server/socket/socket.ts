import type { FastifyInstance } from "fastify";
import { counters } from "../http/metrics.ts";
import type { Patience } from "../http/patience.ts";
import type { Playground } from "../playground.ts";
import { Conversation, type Socket } from "./conversation.ts";
import { socketLimits } from "./limits.ts";

/** How long clients have to answer when the server stops, in ms. */
const farewell = 1_000;

/** The WebSocket at /api/ws: everything the API can do, on one connection, and live records. */
export function addSocket(app: FastifyInstance, playground: Playground, waits: Patience): void {
  let connections = 0;
  const open = new Map<string, number>();
  app.register(async (scope) => {
    scope.get("/api/ws", { websocket: true }, (socket: Socket, request) => {
      const caller = { ...request.caller, page: `socket ${++connections}` };
      const most = playground.settings.perAddressSessions * socketLimits.socketsPerSession;
      const count = (open.get(caller.address) ?? 0) + 1;
      if (count > most) return socket.close(1013, "Too many connections from this address.");
      open.set(caller.address, count);
      counters.sockets++;
      const conversation = new Conversation(socket, playground, caller, request.log, waits.hello);
      const pings = keepAlive(socket, waits.ping);
      socket.on("close", () => {
        clearInterval(pings);
        counters.sockets--;
        const left = (open.get(caller.address) ?? 1) - 1;
        if (left > 0) open.set(caller.address, left);
        else open.delete(caller.address);
        conversation.close();
      });
    });
  });
  app.addHook("preClose", async () => {
    const clients = [...app.websocketServer.clients];
    for (const client of clients) client.close(1001, "The server stops.");
    // A peer that does not answer must not hold the server back.
    setTimeout(() => {
      for (const client of clients) client.terminate();
    }, farewell).unref();
  });
}

/** Pings; a peer that has not answered the last one is gone. */
function keepAlive(socket: Socket, interval: number): NodeJS.Timeout {
  let answered = true;
  socket.on("pong", () => {
    answered = true;
  });
  return setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, interval);
}
