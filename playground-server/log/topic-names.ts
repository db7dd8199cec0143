import { Refusal } from "../errors.ts";

/** `course.<domain>`: the lessons' logs. */
const course = /^course\.[a-z][a-z0-9-]{0,39}$/;
/** A name of one's own. It has no dot and no underscore: Kafka takes `a.b` and `a_b` for the same in its metrics. */
const ownName = /^[a-z][a-z0-9-]{0,39}$/;
const own = /^mine\.(?:([0-9a-f]{12})\.)?([^.]+)$/;

/** A topic's full name as somebody may read it: `mine.carts` is `mine.<learner>.carts`. Throws a refusal. */
export function readableTopic(name: string, learner: string): string {
  if (course.test(name)) return name;
  return ownTopic(name, learner);
}

/** A topic's full name as somebody may append to it. */
export function ownTopic(name: string, learner: string): string {
  if (course.test(name)) throw new Refusal("topic-read-only");
  const match = own.exec(name);
  if (!match) throw new Refusal("topic-unknown");
  const [, owner, short] = match;
  if (owner !== undefined && owner !== learner) throw new Refusal("topic-not-yours");
  if (!ownName.test(short as string)) throw new Refusal("topic-name-invalid");
  return `mine.${learner}.${short}`;
}

/** Whose topic it is; null when it is nobody's. */
export function ownerOf(topic: string): string | null {
  return /^mine\.([0-9a-f]{12})\.[^.]+$/.exec(topic)?.[1] ?? null;
}

/** Whether somebody may read a topic, by its full name: the course's, and one's own. */
export function mayRead(topic: string, learner: string): boolean {
  return topic.startsWith("course.") || ownerOf(topic) === learner;
}
