import { requestLimits } from "../engine/protocol/request-limits.ts";
import type { ServerInfo } from "../engine/protocol/response-types.ts";
import { limits } from "../engine/sandbox/limits.ts";
import { httpLimits } from "./http/limits.ts";
import { logLimits } from "./log/limits.ts";
import type { Log } from "./log/open-log.ts";
import { limitsInForce } from "./runs/confinement.ts";
import { processBounds, queueLimits, runLimits } from "./runs/limits.ts";
import type { Runner } from "./runs/runner.ts";
import type { Settings } from "./settings.ts";
import { socketLimits } from "./socket/limits.ts";
import { unreadLimits } from "./unread/limits.ts";

/** What a server says about itself: where its log is, what confines its sandbox, and which limits concern a client. */
export function serverInfoOf(
  { log, runner, settings }: { log: Log; runner: Runner; settings: Settings },
  version: string,
): ServerInfo {
  const { kind, sentence } = log.settings;
  return {
    version,
    engine: runner.pool.engine,
    log: { kind, sentence, version: log.brokerVersion() },
    sandbox: limitsInForce(processBounds),
    limits: {
      ...limits,
      ...runLimits,
      ...queueLimits,
      ...logLimits,
      ...requestLimits,
      ...httpLimits,
      ...socketLimits,
      ...unreadLimits,
      slots: settings.slots,
      perAddressSessions: settings.perAddressSessions,
    },
  };
}
