import { Refusal } from "../errors.ts";

/** How the names of the lessons' logs begin. */
export const coursePrefix = "course.";
/** How the names of learners' topics and consumer groups begin. */
export const ownPrefix = "mine.";

/** `course.<domain>`: the lessons' logs. */
const course = /^course\.[a-z][a-z0-9-]{0,39}$/;
/** A name of one's own. It has no dot and no underscore: Kafka takes `a.b` and `a_b` for the same in its metrics. */
const ownName = /^[a-z][a-z0-9-]{0,39}$/;
const own = /^mine\.(?:([0-9a-f]{32})\.)?([^.]+)$/;

/** The full name of a topic that this learner may read: `mine.carts` is `mine.<learner>.carts`. Throws a refusal. */
export function readableTopic(name: string, learner: string): string {
  if (course.test(name)) return name;
  return ownTopic(name, learner);
}

/** The full name of a topic that this learner may append to. */
export function ownTopic(name: string, learner: string): string {
  if (course.test(name)) throw new Refusal("topic-read-only");
  const match = own.exec(name);
  if (!match) throw new Refusal("topic-unknown");
  const [, owner, short] = match;
  if (owner !== undefined && owner !== learner) throw new Refusal("topic-not-yours");
  if (!ownName.test(short as string)) throw new Refusal("topic-name-invalid");
  return `${ownPrefix}${learner}.${short}`;
}

/** The learner who owns the topic; null if it has no owner. */
export function ownerOf(topic: string): string | null {
  return /^mine\.([0-9a-f]{32})\.[^.]+$/.exec(topic)?.[1] ?? null;
}

/** Whether a topic is some learner's, also under one of the shorter names that earlier versions gave. */
export function isLearners(topic: string): boolean {
  return /^mine\.[0-9a-f]+\.[^.]+$/.test(topic);
}

/** Whether a learner may read a topic, by its full name: the course's, and their own. */
export function mayRead(topic: string, learner: string): boolean {
  return topic.startsWith(coursePrefix) || ownerOf(topic) === learner;
}
