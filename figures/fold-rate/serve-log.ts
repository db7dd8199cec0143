import type { ListedLog } from "./fold-list.ts";

/** Makes this worker make a log for each port that it is sent, and hand it over there. */
export function serveLog(makeLog: () => ListedLog): void {
  addEventListener("message", ({ data }: MessageEvent<MessagePort>) => data.postMessage(makeLog()));
}
