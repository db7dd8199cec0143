import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import type { BrowserWork } from "../browser-lab.ts";
import type { ReplayAnswer } from "./replay-worker.ts";

/** The lab's work: each command in a worker of its own, which a stop ends at once. */
export function replayCostWork(): BrowserWork {
  const stops = new Set<() => void>();
  const stop = () => {
    for (const end of stops) end();
  };
  return {
    stop,
    handle(command, emit) {
      if (command.type === "Stop") {
        stop();
        return Promise.resolve();
      }
      const worker = new Worker(new URL("./replay-worker.ts", import.meta.url), { type: "module" });
      return new Promise((resolve, reject) => {
        const end = () => {
          worker.terminate();
          stops.delete(stopped);
        };
        const stopped = () => {
          end();
          if (command.type === "MeasureReplay")
            emit({ type: "MeasuringEnded", data: { reason: "stopped", message: "" } });
          resolve();
        };
        stops.add(stopped);
        worker.addEventListener("message", ({ data }: MessageEvent<ReplayAnswer>) => {
          if (data.kind === "event") return emit(data.event);
          end();
          if (data.kind === "done") resolve();
          else reject(new Error(words.stoppedHere(data.why)));
        });
        worker.addEventListener("error", (event) => {
          event.preventDefault();
          end();
          reject(new Error(words.noWorker));
        });
        worker.postMessage(command);
      });
    },
  };
}
