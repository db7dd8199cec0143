import { type RunningServer, type ServerOptions, startServer } from "../playground-server/main.ts";
import { type Address, chooseAddress, portTaken } from "./listen-address.ts";

/** Another program may take the port between our look and the server's bind. */
const tries = 3;

/**
 * Starts the server where HOST and PORT say, or on the next free port. Throws a StartFailure where another program has
 * taken the port that was asked for.
 */
export async function listenOnPort(
  env: NodeJS.ProcessEnv,
  parts: Omit<ServerOptions, "host" | "port">,
  start = startServer,
): Promise<{ server: RunningServer; address: Address }> {
  for (let count = 1; ; count++) {
    const address = await chooseAddress(env);
    try {
      const server = await start({ ...address, ...parts });
      return { server, address: { ...address, port: Number(new URL(server.url).port) } };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (env.PORT || count === tries) throw portTaken(address.port);
    }
  }
}
