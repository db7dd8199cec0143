import type { TopicLog } from "../../../../engine/labs/topics/topic-logs.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";

interface TopicChoiceProps {
  logs: TopicLog[];
  topic: string;
  choose(topic: string): void;
}

/** Which of the lab's topics a section is about; nothing where there is only one. */
export function TopicChoice({ logs, topic, choose }: TopicChoiceProps) {
  if (logs.length < 2) return null;
  return (
    <label>
      {words.ofTopic}
      <select value={topic} onChange={(event) => choose(event.currentTarget.value)}>
        {logs.map((each) => (
          <option key={each.topic}>{each.topic}</option>
        ))}
      </select>
    </label>
  );
}
