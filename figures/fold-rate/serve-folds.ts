import wasmUrl from "quickjs-wasi/quickjs.wasm?url";
import { compileLongParts } from "../../engine/long-fold/compile-parts.ts";
import { type FoldNews, foldList, type ListedLog } from "./fold-list.ts";

/** What the figure asks its worker: to fold the worker's log with this source. */
export interface FoldQuestion {
  source: string;
}

/** Makes this worker fold one log, made when it is first asked for, with each source that the page posts. */
export function serveFolds(makeLog: () => ListedLog): void {
  const loading = fetch(wasmUrl).then(async (answer) =>
    compileLongParts(new Uint8Array(await answer.arrayBuffer())),
  );
  let log: ListedLog | null = null;
  const tell = (news: FoldNews) => postMessage(news);
  addEventListener("message", async ({ data }: MessageEvent<FoldQuestion>) => {
    try {
      log ??= makeLog();
      await foldList(await loading, log, data.source, tell);
    } catch (error) {
      tell({ kind: "failed", reason: String(error) });
    }
  });
}
