import { course, type PlannedLesson } from "./course.ts";

/** Which lessons a lesson builds on, by slug. A lesson that is absent needs none. */
export const prerequisites: Record<string, string[]> = {
  "real-world-in-software": ["thinking-in-events"],
  "state-and-events": ["thinking-in-events"],
  "storing-data-as-events": ["state-and-events"],
  "getting-current-state": ["create-and-read-only"],
  "preserves-everything": ["getting-current-state"],
  "in-practice": ["a-running-kafka", "getting-current-state"],
  "why-store-events": ["create-and-read-only"],
  evidentiary: ["create-and-read-only"],
  recoverable: ["getting-current-state"],
  insightful: ["preserves-everything"],
  cqrs: ["create-and-read-only"],
  "large-reductions": ["getting-current-state"],
  "how-cqrs-works": ["cqrs"],
  "cqrs-with-kafka": ["in-practice", "how-cqrs-works"],
  "streams-and-tables": ["cqrs-with-kafka"],
  "hands-on": ["cqrs-with-kafka"],
  "incorporating-event-storage": ["storing-data-as-events", "cqrs"],
  "crud-and-cqrs": ["classic-crud", "how-cqrs-works"],
  "new-york-times": ["in-practice", "incorporating-event-storage"],
  "change-data-capture": ["state-and-events", "incorporating-event-storage"],
  "outbox-pattern": ["change-data-capture"],
  "sourcing-and-streaming": ["incorporating-event-storage"],
  "cqrs-in-motion": ["in-practice", "how-cqrs-works"],
  "cqrs-and-microservices": ["cqrs-with-kafka", "sourcing-and-streaming"],
  "event-streaming": ["sourcing-and-streaming"],
};

/** The lessons that a lesson builds on, in the order of the course. */
export function lessonsBefore(slug: string): PlannedLesson[] {
  const before = prerequisites[slug] ?? [];
  return course.filter((lesson) => before.includes(lesson.slug));
}
