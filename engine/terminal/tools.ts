import type { Command } from "./command.ts";
import { consoleConsumer } from "./console-consumer.ts";
import { consoleProducer } from "./console-producer.ts";
import { consumerGroups } from "./consumer-groups.ts";
import { kafkaTopics } from "./kafka-topics.ts";
import { kcat } from "./kcat/kcat.ts";
import { nearest } from "./nearest.ts";
import { Stop } from "./stop.ts";

/** All there is to call. Each has its real name; none starts a process of the machine. */
export const tools: readonly Command[] = [
  kafkaTopics,
  consoleProducer,
  consoleConsumer,
  consumerGroups,
  kcat,
];

/** What the terminal itself answers to. */
export const ownWords = ["help", "clear", "history"] as const;

/** A tool by its name, with or without `.sh`. Throws `Stop` with the nearest one. */
export function toolCalled(name: string): Command {
  const found = tools.find((tool) => tool.name === name || `${tool.name}.sh` === name);
  if (found) return found;
  const near = nearest(name, [...tools.map((tool) => tool.name), ...ownWords]);
  throw new Stop(
    `${name}: command not found.${near ? ` Did you mean ${near}?` : ""} "help" names those there are.`,
  );
}
