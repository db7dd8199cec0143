/** What the labs about topics refuse. */
export const topicLabSentences = {
  "lab-topic-exists": ({ topic }: { topic: string }) =>
    `You have a topic ${topic} already. Choose another name, or remove that topic.`,
  "lab-topic-missing": ({ topic }: { topic: string }) => `You have no topic ${topic} in this lab.`,
  "lab-topics-most": ({ most }: { most: number }) =>
    `The lab keeps ${most} topics at the same time. Remove one first.`,
  "lab-records-most": ({ topic, held, most }: { topic: string; held: number; most: number }) =>
    `${topic} has ${held} records, and the lab shows up to ${most}. Throw fewer, or remove the topic.`,
  "lab-partitions-never-fewer": ({ topic, now }: { topic: string; now: number }) =>
    `${topic} has ${now} partitions. Kafka can add partitions, and can never take one away.`,
  "lab-offset-after-end": ({ topic, before, end }: { topic: string; before: number; end: number }) =>
    `${topic} ends at offset ${end}, so nothing can be deleted up to offset ${before}.`,
  "lab-stream-runs": "The stream runs already.",
};
