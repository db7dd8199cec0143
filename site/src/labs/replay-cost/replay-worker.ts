// Does one command of the lab, apart from the page: a million records may be folded, and the page goes on.
import wasmUrl from "quickjs-wasi/quickjs.wasm?url";
import type { ReplayCostCommand } from "../../../../engine/labs/replay-cost/commands.ts";
import type { ReplayCostEvent } from "../../../../engine/labs/replay-cost/events.ts";
import { handleCommand } from "../../../../engine/labs/replay-cost/handle-command.ts";
import { compileLongParts } from "../../../../engine/long-fold/compile-parts.ts";
import { repeatedLog } from "../../long-log/repeated-log.ts";

/** What the worker tells the page: what happened, then that the command is done or why it could not be. */
export type ReplayAnswer =
  | { kind: "event"; event: ReplayCostEvent }
  | { kind: "done" }
  | { kind: "failed"; why: string };

const answer = (message: ReplayAnswer) => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<ReplayCostCommand>) => {
  try {
    const parts = await compileLongParts(new Uint8Array(await (await fetch(wasmUrl)).arrayBuffer()));
    await handleCommand(
      parts,
      ({ slice, records }, times) => repeatedLog({ slice, records, times }),
      data,
      (event) => answer({ kind: "event", event }),
    );
    answer({ kind: "done" });
  } catch (error) {
    answer({ kind: "failed", why: error instanceof Error ? error.message : String(error) });
  }
});
