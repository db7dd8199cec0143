import { z } from "zod";
import { replayedEffectsLimits as limits } from "./limits.ts";

/** `guard`: whether the mailer asks the inbox for its position before it sends. */
const guard = z.boolean();

/** What can be asked of the lab, by type. */
export const replayedEffectsCommands = {
  PlaceOrders: z.strictObject({ count: z.number().int().min(1).max(limits.placedAtOnce) }),
  /** Goes on at the offset that its group has committed, up to the end of the topic. */
  RunMailer: z.strictObject({ guard }),
  /** Moves the group back to offset 0, and runs the mailer. */
  ReplayMailer: z.strictObject({ guard }),
};

type Commands = typeof replayedEffectsCommands;
export type ReplayedEffectsCommand = {
  [Type in keyof Commands]: { type: Type; data: z.infer<Commands[Type]> };
}[keyof Commands];
