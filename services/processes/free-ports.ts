import { createServer } from "node:net";

/** Whether we could listen there now. Another process may still be quicker: a failed bind has to be handled too. */
export async function isFree(host: string, port: number): Promise<boolean> {
  return (await listenProblem(host, port)) === null;
}

/** Why we could not listen there now, as the system's code (`EADDRINUSE`); null where we could. */
export function listenProblem(host: string, port: number): Promise<string | null> {
  return listenOnce(host, port).then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  );
}

/** A port nobody listens on, chosen by the system. */
export function freePort(host: string): Promise<number> {
  return listenOnce(host, 0);
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const chosen = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(chosen));
    });
  });
}
