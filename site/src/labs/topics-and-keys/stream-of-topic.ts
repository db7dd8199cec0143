import type { StreamName } from "../../../../engine/labs/topics-and-keys/event-streams.ts";
import type { Throw } from "../../../../engine/labs/topics-and-keys/events.ts";

/** The stream that was thrown into a topic last; orders where nothing was. */
export function streamOfTopic(topic: string, throws: Throw[]): StreamName {
  return throws.findLast((each) => each.topic === topic)?.stream ?? "orders";
}
