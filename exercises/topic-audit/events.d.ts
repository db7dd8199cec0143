/**
 * Somebody looked at a topic and wrote down how it is set. `settings` holds only what was set for this topic: whatever is
 * absent has Kafka's default. `role` says what the topic is for: events that each say what changed, or the last state of
 * each key.
 */
export type TopicDescribed = EventOf<
  "TopicDescribed",
  {
    topic: string;
    role: "events" | "state";
    replicas: number;
    settings: Record<string, string>;
  }
>;
