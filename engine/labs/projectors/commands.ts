import { z } from "zod";
import { projectorsLimits as limits } from "./limits.ts";
import { stepOrderNames, stepsOf } from "./step-orders.ts";

const run = z
  .strictObject({ order: z.enum(stepOrderNames), killAfter: z.number().int().min(0).max(3).nullable() })
  .refine(({ order, killAfter }) => killAfter === null || killAfter <= stepsOf[order].length);

/** What can be asked of the lab, by type. */
export const projectorsCommands = {
  PlaceOrders: z.strictObject({ count: z.number().int().min(1).max(limits.placedAtOnce) }),
  /** Goes on at the position of that order, up to the end of the topic or to the crash. */
  RunProjector: run,
  /** Tries each crash point of each order on an empty view, and restarts after each crash. */
  RunEveryCrashPoint: z.strictObject({}),
};

type Commands = typeof projectorsCommands;
export type ProjectorsCommand = {
  [Type in keyof Commands]: { type: Type; data: z.infer<Commands[Type]> };
}[keyof Commands];
