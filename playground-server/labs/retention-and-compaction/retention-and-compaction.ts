import { retentionCommands } from "../../../engine/labs/retention-and-compaction/commands.ts";
import { retentionFold } from "../../../engine/labs/retention-and-compaction/evolve.ts";
import { kafkaService } from "../kafka-service.ts";
import type { Lab } from "../lab.ts";
import { openRetention } from "./session.ts";

/** What retention and compaction take away, on topics of the learner's own. */
export const retentionLab: Lab = {
  id: "retention-and-compaction",
  needs: [kafkaService],
  commands: retentionCommands,
  fold: retentionFold,
  limits: { commandsPerMinute: 60, idleSeconds: 1_200, events: 1_500 },
  open: openRetention,
};
