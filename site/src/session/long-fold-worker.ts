import wasmUrl from "quickjs-wasi/quickjs.wasm?url";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import type { LinesMessage } from "../../../engine/line-coverage/line-coverage-messages.ts";
import { compileLongParts } from "../../../engine/long-fold/compile-parts.ts";
import { LongFold, type LongRequest } from "../../../engine/long-fold/long-fold.ts";
import { type LongLogData, openLongLog } from "../long-log/long-log-data.ts";

/** What the page asks of a worker of its own for one long fold: first the fold, then parts of it as often as it likes. */
export type LongQuestion = { id: number } & (
  | { asked: "fold"; request: Omit<LongRequest, "log">; log: LongLogData }
  /** The steps around the record at `place`, or the lines they go through. */
  | { asked: "window" | "lines"; place: number }
);

/** What the worker tells the page: the messages of a fold or of a part of it, or why there will be no end. */
export type LongAnswer = { id: number } & (
  | { kind: "message"; message: TraceMessage | LinesMessage }
  | { kind: "failed"; why: string }
);

const load = async () => compileLongParts(new Uint8Array(await (await fetch(wasmUrl)).arrayBuffer()));

const loading = load();
let fold: Promise<LongFold | null> = Promise.resolve(null);

addEventListener("message", async ({ data }: MessageEvent<LongQuestion>) => {
  const { id } = data;
  const postToPage = (message: TraceMessage | LinesMessage) =>
    postMessage({ id, kind: "message", message } satisfies LongAnswer);
  try {
    if (data.asked === "fold") {
      const parts = await loading;
      const log = await openLongLog(data.log);
      // Looked into from its start on; where the first records stop it there is none.
      const begun = Promise.withResolvers<LongFold | null>();
      fold = begun.promise;
      await LongFold.fold(parts, { ...data.request, log }, postToPage, begun.resolve).finally(() =>
        begun.resolve(null),
      );
      return;
    }
    const folded = await fold;
    if (!folded) throw new Error("There is no fold to look into.");
    if (data.asked === "window") await folded.window(data.place, postToPage);
    else await folded.windowLines(data.place, postToPage);
  } catch (error) {
    postMessage({ id, kind: "failed", why: String(error) } satisfies LongAnswer);
  }
});
