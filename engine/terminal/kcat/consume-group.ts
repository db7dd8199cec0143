import type { RawRecord } from "../../fold/event.ts";
import { CommandError } from "../command-error.ts";
import type { Call } from "../tool-interface.ts";
import { topicMissing } from "../topic-name-errors.ts";
import { recordFormatter } from "./consume.ts";
import { readProperties } from "./properties.ts";

/** `kcat -G group topic`: reads as a member of a consumer group. */
export async function consumeAsGroup(call: Call): Promise<void> {
  const { cluster, flags, screen, signal } = call;
  const group = flags.needed("-G");
  const [topic, ...others] = flags.rest;
  if (topic === undefined) throw new CommandError("-G <group-id> expects a list of topics to subscribe to");
  if (others.length > 0) throw new CommandError("kcat -G reads one topic at a time here.");
  if (flags.has("-e")) {
    throw new CommandError("kcat -G reads on here until Ctrl-C, or up to -c records. Leave out -e.");
  }
  if (!(await cluster.ends(topic))) throw topicMissing(topic);
  const most = flags.number("-c", 1) ?? Number.POSITIVE_INFINITY;
  const format = await recordFormatter(call, topic);
  const { fromBeginning } = readProperties(flags.all("-X"));
  let count = 0;
  const hear = (record: RawRecord) => {
    screen.print(format(record), record.position);
    return ++count < most;
  };
  if (!flags.has("-q")) screen.warn("% Waiting for group rebalance");
  await cluster.groups.consume(group, topic, fromBeginning, hear, signal);
}
