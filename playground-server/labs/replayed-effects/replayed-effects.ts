import { replayedEffectsCommands } from "../../../engine/labs/replayed-effects/commands.ts";
import { replayedEffectsFold } from "../../../engine/labs/replayed-effects/evolve.ts";
import { kafkaService } from "../kafka-service.ts";
import type { Lab } from "../lab.ts";
import { openReplayedEffects } from "./session.ts";

/** A consumer that sends mails, and a replay that sends them again. No mail leaves the lab. */
export const replayedEffectsLab: Lab = {
  id: "replayed-effects",
  needs: [kafkaService],
  commands: replayedEffectsCommands,
  fold: replayedEffectsFold,
  limits: { commandsPerMinute: 60, idleSeconds: 1_200, events: 1_000 },
  open: openReplayedEffects,
};
