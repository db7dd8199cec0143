import { z } from "zod";
import { captureLimits } from "./limits.ts";
import { capturedTables, replicaIdentities, type ShapeId, shapeIds } from "./shapes.ts";

/** What a learner may ask of the lab of change capture. Settings of the connector are not among it. */
export const captureCommands = {
  /** Makes topics, publication and slot, and starts a worker, which first takes a snapshot. */
  StartCapture: z.strictObject({}),
  RunShape: z.strictObject({ shape: z.enum(shapeIds as [ShapeId, ...ShapeId[]]) }),
  /** One's own SQL, as the owner of the tables. */
  RunSql: z.strictObject({ sql: z.string().min(1).max(captureLimits.sqlCharacters) }),
  SetReplicaIdentity: z.strictObject({ table: z.enum(capturedTables), identity: z.enum(replicaIdentities) }),
  /** Ends the worker as `kill -9` does: what it has not written down is lost. */
  KillWorker: z.strictObject({}),
  StartWorker: z.strictObject({}),
};

export type CaptureCommand = {
  [Type in keyof typeof captureCommands]: { type: Type; data: z.infer<(typeof captureCommands)[Type]> };
}[keyof typeof captureCommands];
