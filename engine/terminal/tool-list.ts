import { CommandError } from "./command-error.ts";
import { consoleConsumer } from "./console-consumer.ts";
import { consoleProducer } from "./console-producer.ts";
import { consumerGroups } from "./consumer-groups.ts";
import { echo } from "./filters/echo.ts";
import { head } from "./filters/head.ts";
import { tail } from "./filters/tail.ts";
import { wc } from "./filters/wc.ts";
import { grep } from "./grep/grep.ts";
import { jq } from "./jq/jq.ts";
import { kafkaAcls } from "./kafka-acls.ts";
import { kafkaConfigs } from "./kafka-configs.ts";
import { kafkaDeleteRecords } from "./kafka-delete-records.ts";
import { kafkaGetOffsets } from "./kafka-get-offsets.ts";
import { kafkaTopics } from "./kafka-topics.ts";
import { kcat } from "./kcat/kcat.ts";
import { nearestName } from "./nearest-name.ts";
import { psql } from "./psql/psql.ts";
import type { Command } from "./tool-interface.ts";

/** The names of the tools that one terminal offers; all where it is not limited. */
export type OfferedTools = readonly string[] | undefined;

/** All there is to call. Each has its real name; none starts a process of the machine. */
export const tools: readonly Command[] = [
  kafkaTopics,
  consoleProducer,
  consoleConsumer,
  consumerGroups,
  kafkaGetOffsets,
  kafkaConfigs,
  kafkaDeleteRecords,
  kafkaAcls,
  kcat,
  psql,
  jq,
  grep,
  head,
  tail,
  wc,
  echo,
];

/** What the terminal itself answers to. */
export const ownWords = ["help", "clear", "history"] as const;

/** The tools with these names; all where no names are given. */
export function toolsOffered(offered: OfferedTools): readonly Command[] {
  return offered === undefined ? tools : tools.filter(({ name }) => offered.includes(name));
}

/** A tool by its name, with or without `.sh`. Throws `Stop` with the nearest one, and for one that is not offered here. */
export function toolNamed(name: string, offered?: OfferedTools): Command {
  const found = tools.find((tool) => tool.name === name || `${tool.name}.sh` === name);
  const here = toolsOffered(offered);
  if (found && here.includes(found)) return found;
  if (found) {
    const names = here.map((tool) => tool.name).join(", ");
    throw new CommandError(
      `${found.name} is not offered in this exercise, which is about: ${names}. The terminal's own page has all tools.`,
    );
  }
  const near = nearestName(name, [...here.map((tool) => tool.name), ...ownWords]);
  throw new CommandError(
    `${name}: command not found.${near ? ` Did you mean ${near}?` : ""} "help" lists the commands.`,
  );
}
