import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { ProxyOptions } from "vite";

/** What the server answers; everything else is a page. */
const serverPaths = "^/(api|healthz|readyz|metrics)(/|\\?|$)";
const loopback = "127.0.0.1";
const notThere =
  "The server does not answer yet. Reload in a few seconds; if it still does not answer, the terminal says why.\n";

/** How often the server is tried before a request fails. */
interface Waiting {
  tries: number;
  betweenMs: number;
}

/**
 * Vite's proxy to the server at this port of this machine, for requests and sockets. While the server restarts, a
 * request waits for it, so that a reload at that moment does not fail. A server that does not come back is a 503.
 */
export function serverProxy(
  port: number,
  { tries, betweenMs }: Waiting = { tries: 40, betweenMs: 250 },
): Record<string, ProxyOptions> {
  return {
    [serverPaths]: {
      target: `http://${loopback}:${port}`,
      ws: true,
      async bypass(request, response) {
        for (let count = 0; count < tries; count++) {
          if (await accepts(port)) return undefined;
          await sleep(betweenMs);
        }
        // Vite passes an answered request no further, and closes the socket of one that is false.
        response?.writeHead(503, { "content-type": "text/plain" }).end(notThere);
        return response ? request.url : false;
      },
    },
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, loopback);
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}
