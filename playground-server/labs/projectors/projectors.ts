import { projectorsCommands } from "../../../engine/labs/projectors/commands.ts";
import { projectorsFold } from "../../../engine/labs/projectors/evolve.ts";
import { kafkaService } from "../kafka-service.ts";
import type { Lab } from "../lab.ts";
import { postgresService } from "../postgres/postgres-service.ts";
import { openProjectors } from "./session.ts";

/** A projector that is killed between two steps, and what its view then counts. */
export const projectorsLab: Lab = {
  id: "projectors",
  needs: [kafkaService, postgresService],
  commands: projectorsCommands,
  fold: projectorsFold,
  limits: { commandsPerMinute: 60, idleSeconds: 1_200, events: 2_000 },
  open: openProjectors,
};
