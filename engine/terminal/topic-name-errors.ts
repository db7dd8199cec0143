import { CommandError } from "./command-error.ts";

/** A topic that may be written to. Throws `Stop` for the course's and for names that nobody can have. */
export function requireOwnTopic(topic: string): string {
  if (topic.startsWith("mine.")) return topic;
  if (topic.startsWith("course.")) {
    throw new CommandError(
      "You can read the course's topics, but not write to them. Your own topics have names that begin with 'mine.', for example mine.carts.",
    );
  }
  throw new CommandError(`Topics of your own are called mine.<name>, such as mine.${suggestion(topic)}.`);
}

export function topicMissing(topic: string): CommandError {
  return new CommandError(`Topic '${topic}' does not exist. "kafka-topics --list" lists the topics.`);
}

/** The same in the words of kafka-topics. */
export function topicOfCommandMissing(topic: string): CommandError {
  return new CommandError(
    `Error while executing topic command : Topic '${topic}' does not exist as expected. "kafka-topics --list" lists the topics.`,
  );
}

function suggestion(topic: string): string {
  return /^[a-z][a-z0-9-]{0,39}$/.test(topic) ? topic : "carts";
}
