import { connect, createServer, type Server } from "node:net";

/** A server, not yet listening, that forwards each connection to `address`. */
export function forwardTo(address: string): Server {
  const [host, port] = address.split(":");
  return createServer((socket) => {
    const behind = connect(Number(port), host);
    socket.pipe(behind).pipe(socket);
    for (const end of [socket, behind]) end.on("error", () => end.destroy());
  });
}
