import { clusterCommands } from "../../../engine/labs/cluster/commands.ts";
import { evolve, initialState } from "../../../engine/labs/cluster/evolve.ts";
import type { LabFold } from "../../../engine/labs/lab-event.ts";
import type { Lab } from "../lab.ts";
import { openClusterSession } from "./cluster-session.ts";
import { threeBrokersService } from "./three-brokers-service.ts";

/** Three brokers that one learner at a time kills and restarts, and a listener that asks for a login. */
export const clusterLab: Lab = {
  id: "cluster",
  needs: [threeBrokersService],
  commands: clusterCommands,
  // A broker is killed while the producer sends.
  atAnyTime: ["TakeTurn", "GiveTurn", "KillBroker", "RestartBroker", "StopSends"],
  fold: { initialState, evolve } as LabFold,
  limits: { commandsPerMinute: 60, idleSeconds: 600, events: 4_000 },
  open: openClusterSession,
};
