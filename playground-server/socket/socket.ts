import type { FastifyInstance } from "fastify";
import type { Timeouts } from "../http/timeouts.ts";
import type { Playground } from "../playground.ts";
import type { UnreadAccount, UnreadMemoryBudget } from "../unread/memory-budget.ts";
import { cutStalledReader } from "../unread/stalled-readers.ts";
import { stopLimits } from "../work-under-way.ts";
import { socketLimits } from "./limits.ts";
import { type Socket, SocketSession } from "./socket-session.ts";

const stopReason = [1001, "The server stops."] as const;

/** The WebSocket at /api/ws: everything the API can do, on one connection, and live records. */
export function addSocket(app: FastifyInstance, playground: Playground, waits: Timeouts): void {
  const { metrics } = playground;
  let connections = 0;
  const open = new Map<string, number>();
  app.register(async (scope) => {
    scope.get("/api/ws", { websocket: true, schema: { hide: true } }, (socket: Socket, request) => {
      if (playground.work.stopping) return socket.close(...stopReason);
      const caller = { ...request.caller, page: `socket ${++connections}` };
      const most = playground.settings.perAddressSessions * socketLimits.socketsPerSession;
      const count = (open.get(caller.address) ?? 0) + 1;
      if (count > most) return socket.close(1013, "Too many connections from this address.");
      const account = openAccount(playground.unread, caller.address);
      if (!account) return socket.close(1013, "Too many answers for this address are unread.");
      open.set(caller.address, count);
      metrics.sockets.inc();
      const conversation = new SocketSession(socket, playground, caller, request.log, account, waits.hello);
      const stopWatching = cutStalledReader(request.raw.socket, waits.unread, metrics.connectionsCut);
      const pings = keepAlive(socket, waits.ping);
      socket.on("close", () => {
        clearInterval(pings);
        stopWatching();
        metrics.sockets.dec();
        const left = (open.get(caller.address) ?? 1) - 1;
        if (left > 0) open.set(caller.address, left);
        else open.delete(caller.address);
        conversation.close();
      });
    });
  });
}

/** Closes every WebSocket because the server stops. It replaces the plugin's own close, which sends no code. */
export function closeSockets({ websocketServer }: FastifyInstance): void {
  const clients = [...websocketServer.clients];
  for (const client of clients) client.close(...stopReason);
  websocketServer.close();
  // A peer that does not answer must not delay the stop.
  setTimeout(() => {
    for (const client of clients) client.terminate();
  }, stopLimits.socketMilliseconds).unref();
}

function openAccount(budget: UnreadMemoryBudget, address: string): UnreadAccount | null {
  try {
    return budget.open(address);
  } catch {
    return null;
  }
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
