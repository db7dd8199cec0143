/** How many partitions a topic of the learner's own gets where its maker names nothing. */
export const learnerTopicPartitions = 3;

/** The most bytes that one event may take in such a topic: its JSON with its key. */
export const ownEventBytes = 64 * 1024;

/** A learner's topic as its owner types it: `mine.<learner>.carts` is `mine.carts`. Other names stay as they are. */
export function withoutLearner(topic: string): string {
  return topic.replace(/^mine\.[0-9a-f]{32}\./, "mine.");
}
