import { expect, test } from "vitest";
import { captureLimits } from "../../../engine/labs/change-capture/limits.ts";
import { CaptureWorker } from "./capture-worker.ts";
import type { ConnectWorkers } from "./connect-service.ts";

test("one capture more than there are places is refused with a sentence, and a learner takes one place only", () => {
  const workers = { dataDir: "", places: new Set<string>() } as unknown as ConnectWorkers;
  const of = (account: string) =>
    new CaptureWorker({ workers, account, kafka: {} as never, onEnd: () => {} });
  for (let n = 0; n < captureLimits.workers; n++) of(`learner_${n}`).takePlace();
  expect(() => of("learner_0").takePlace()).not.toThrow();
  expect(() => of("learner_more").takePlace()).toThrow(/All 3 places for captures on this server are in use/);
});
