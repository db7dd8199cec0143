import { z } from "zod";
import { keyChoices, streamNames } from "./event-streams.ts";
import { topicsAndKeysLimits } from "./limits.ts";
import { partitioners } from "./partitioners.ts";

/** The last part of a topic's name: with it the topic is `mine.lab-keys-<name>`. */
const name = z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, "1 to 20 small letters, digits and hyphens");
const partitions = z.number().int().min(1).max(topicsAndKeysLimits.partitions);

/** What can be asked of the lab, by type. */
export const topicsAndKeysCommands = {
  MakeTopic: z.strictObject({ name, partitions }),
  /** The stream goes on where the topic's last throw of it ended. */
  ThrowEvents: z
    .strictObject({
      name,
      stream: z.enum(streamNames),
      key: z.string().max(40),
      count: z.number().int().min(1).max(topicsAndKeysLimits.thrownAtOnce),
      partitioner: z.enum(partitioners),
    })
    .refine(({ stream, key }) => keyChoices[stream].includes(key), "the stream has no such key"),
  GrowTopic: z.strictObject({ name, partitions }),
  RemoveTopic: z.strictObject({ name }),
  /** Looks at the topics now: for records that somebody else appended. */
  LookAgain: z.strictObject({}),
};

type Commands = typeof topicsAndKeysCommands;
export type TopicsAndKeysCommand = {
  [Type in keyof Commands]: { type: Type; data: z.infer<Commands[Type]> };
}[keyof Commands];
