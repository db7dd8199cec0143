import { z } from "zod";
import { designs } from "./designs.ts";
import { twoWritersLimits as limits } from "./limits.ts";

const delay = z.number().int().min(0).max(limits.delayMilliseconds);

/** What can be asked of the lab, by type. */
export const twoWritersCommands = {
  /** Each race is for the same seat of another flight. */
  RunRaces: z.strictObject({
    design: z.enum(designs),
    races: z.number().int().min(1).max(limits.races),
    delays: z.strictObject({ think: delay, lag: delay, gap: delay }),
  }),
  /** The races under way end, no other begins. */
  StopRaces: z.strictObject({}),
  /** Stops a decider in the middle of its transaction, starts another with its transactional.id, and wakes the first up. */
  StartSecondDecider: z.strictObject({}),
};

type Commands = typeof twoWritersCommands;
export type TwoWritersCommand = {
  [Type in keyof Commands]: { type: Type; data: z.infer<Commands[Type]> };
}[keyof Commands];
