import type { Socket } from "node:net";
import type { Counter } from "prom-client";

/**
 * Ends a connection when something waits to be sent on it and no byte has gone out between two looks, which are
 * `milliseconds` apart, and counts it in `cut`. Bytes that the client sends do not show that it reads. Returns how to stop
 * watching.
 */
export function cutStalledReader(socket: Socket, milliseconds: number, cut: Counter): () => void {
  let before = -1;
  const watch = setInterval(() => {
    const sent = socket.writableLength > 0 ? socket.bytesWritten - socket.writableLength : -1;
    if (sent >= 0 && sent === before) {
      cut.inc();
      socket.destroy();
    }
    before = sent;
  }, milliseconds);
  watch.unref();
  return () => clearInterval(watch);
}
