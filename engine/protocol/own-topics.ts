/** How many partitions a topic of the learner's own gets where its maker names nothing. */
export const ownTopicPartitions = 3;
