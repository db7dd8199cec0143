import { Stop } from "./stop.ts";

/** A topic that may be written to. Throws `Stop` for the course's and for names that nobody can have. */
export function ownTopic(topic: string): string {
  if (topic.startsWith("mine.")) return topic;
  if (topic.startsWith("course.")) {
    throw new Stop("Course topics can be read, not written; yours are mine.<name>.");
  }
  throw new Stop(`Topics of your own are called mine.<name>, such as mine.${suggestion(topic)}.`);
}

export function noTopic(topic: string): Stop {
  return new Stop(
    `Error while executing topic command : Topic '${topic}' does not exist as expected. "kafka-topics --list" names those there are.`,
  );
}

function suggestion(topic: string): string {
  return /^[a-z][a-z0-9-]{0,39}$/.test(topic) ? topic : "carts";
}
