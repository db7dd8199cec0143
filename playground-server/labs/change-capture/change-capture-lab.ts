import { captureCommands } from "../../../engine/labs/change-capture/commands.ts";
import { captureFold } from "../../../engine/labs/change-capture/evolve.ts";
import { kafkaService } from "../kafka-service.ts";
import type { Lab } from "../lab.ts";
import { postgresService } from "../postgres/postgres-service.ts";
import { CaptureSession } from "./capture-session.ts";
import { connectService } from "./connect-service.ts";

/** Debezium on a learner's own tables: what rows became, and not why. */
export const changeCaptureLab: Lab = {
  id: "change-capture",
  needs: [kafkaService, postgresService, connectService],
  commands: captureCommands,
  fold: captureFold,
  limits: { commandsPerMinute: 60, idleSeconds: 600, events: 1_500 },
  open: (context) => CaptureSession.open(context),
};
