import { topicsAndKeysCommands } from "../../../engine/labs/topics-and-keys/commands.ts";
import { topicsAndKeysFold } from "../../../engine/labs/topics-and-keys/evolve.ts";
import { kafkaService } from "../kafka-service.ts";
import type { Lab } from "../lab.ts";
import { openTopicsAndKeys } from "./session.ts";

/** Keys, partitions and partitioners, on topics of the learner's own. */
export const topicsAndKeysLab: Lab = {
  id: "topics-and-keys",
  needs: [kafkaService],
  commands: topicsAndKeysCommands,
  fold: topicsAndKeysFold,
  limits: { commandsPerMinute: 60, idleSeconds: 1_200, events: 1_000 },
  open: openTopicsAndKeys,
};
