import { twoWritersCommands } from "../../../engine/labs/two-writers/commands.ts";
import { twoWritersFold } from "../../../engine/labs/two-writers/evolve.ts";
import { kafkaService } from "../kafka-service.ts";
import type { Lab } from "../lab.ts";
import { openTwoWriters } from "./session.ts";

/** Two writers, one seat: three designs of who decides, on topics of the learner's own. */
export const twoWritersLab: Lab = {
  id: "two-writers",
  needs: [kafkaService],
  commands: twoWritersCommands,
  atAnyTime: ["StopRaces"],
  fold: twoWritersFold,
  limits: { commandsPerMinute: 30, idleSeconds: 1_200, events: 2_000 },
  open: openTwoWriters,
};
