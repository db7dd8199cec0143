import type { ShownRecord } from "../../../engine/labs/topics/topic-events.ts";
import { wantedSeat } from "../../../engine/labs/two-writers/designs.ts";
import type { DeciderStep } from "../../../engine/labs/two-writers/events.ts";
import { kafkaJsMessage } from "../kafkajs-message.ts";
import { Decider } from "./decider.ts";
import type { WritersTopics } from "./writers-topics.ts";

/**
 * Two instances of one decider: the first hangs in the middle of its transaction, the second takes over, and then the
 * first wakes up and commits. Throws refusals.
 */
export async function startSecondDecider(
  topics: WritersTopics,
  flight: string,
  report: (step: DeciderStep) => void,
  signal: AbortSignal,
): Promise<void> {
  const partition = topics.partitionOf(flight);
  const transactionalId = topics.transactionalId(partition);
  const deciders: Decider[] = [];
  const start = async (instance: 1 | 2) => {
    const decider = await Decider.start(topics, { partition, instance });
    deciders.push(decider);
    report({ instance, what: "started", transactionalId, partition });
    const commands = await decider.commands(signal);
    report({ instance, what: "read", offset: commands[0]?.offset ?? 0 });
    const decided = await decider.append(commands);
    if (decided.offset !== null) report({ instance, what: "appended", offset: decided.offset });
    return { decider, decided };
  };
  try {
    const data = { flight, seat: wantedSeat, by: "ana" };
    const offset = await topics.append("commands", flight, { type: "BookSeat", data });
    const isCommand = (record: ShownRecord) => record.partition === partition && record.offset === offset;
    await topics.tail("commands").find(isCommand, signal);
    const first = await start(1);
    report({ instance: 1, what: "hangs" });
    const second = await start(2);
    await second.decider.commit(second.decided);
    report({ instance: 2, what: "committed" });
    await first.decider.commit(first.decided).then(
      () => report({ instance: 1, what: "committed" }),
      (error) => report({ instance: 1, what: "fenced", error: kafkaJsMessage(error) }),
    );
  } finally {
    await Promise.all(deciders.map((decider) => decider.close()));
  }
}
