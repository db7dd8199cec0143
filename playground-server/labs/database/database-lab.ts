import { databaseCommands } from "../../../engine/labs/database/commands.ts";
import { evolve, initialState } from "../../../engine/labs/database/evolve.ts";
import type { LabFold } from "../../../engine/labs/lab-event.ts";
import type { Lab } from "../lab.ts";
import { postgresService } from "../postgres/postgres-service.ts";
import { DatabaseSession } from "./database-session.ts";

/** Two sessions on one real table: which updates are lost, what PostgreSQL refuses, and what makes the scripts right. */
export const databaseLab: Lab = {
  id: "database",
  needs: [postgresService],
  commands: databaseCommands,
  atAnyTime: ["CancelStatement", "CancelInterleavings"],
  fold: { initialState, evolve } as LabFold,
  limits: { commandsPerMinute: 120, idleSeconds: 600, events: 2_000 },
  async open({ names, services, emit }) {
    const databases = services.address(postgresService);
    return new DatabaseSession(names, databases, await databases.of(names), emit);
  },
};
