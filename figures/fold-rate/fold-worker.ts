// Folds one log, which another worker makes, with each source that the page posts. All lessons share this worker: it holds
// the whole engine.
import wasmUrl from "quickjs-wasi/quickjs.wasm?url";
import { compileLongParts } from "../../engine/long-fold/compile-parts.ts";
import { type FoldNews, foldList, type ListedLog } from "./fold-list.ts";

/** What the page posts: first the port on which the log comes, then a source for each fold. */
export type FoldQuestion = { logPort: MessagePort } | { source: string };

const loading = fetch(wasmUrl).then(async (answer) =>
  compileLongParts(new Uint8Array(await answer.arrayBuffer())),
);
const log = Promise.withResolvers<ListedLog>();
const tell = (news: FoldNews) => postMessage(news);

addEventListener("message", async ({ data }: MessageEvent<FoldQuestion>) => {
  if ("logPort" in data) {
    data.logPort.onmessage = (message) => log.resolve(message.data);
    return;
  }
  try {
    await foldList(await loading, await log.promise, data.source, tell);
  } catch (error) {
    tell({ kind: "failed", reason: String(error) });
  }
});
