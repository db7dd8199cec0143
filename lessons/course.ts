/** One of the seven parts of the course. `folder` holds its lessons: lessons/<folder>/<slug>/. */
export interface Module {
  number: number;
  folder: string;
  title: string;
  /** What a learner gets from it, in one sentence. */
  says: string;
}

/** A lesson's place in the course. Whether it is written is seen from its folder, not said here. */
export interface PlannedLesson {
  number: number;
  slug: string;
  title: string;
  /** The number of its module. */
  module: number;
  /** What it is about, in one line of the course map. */
  line: string;
}

export const modules: Module[] = [
  {
    number: 1,
    folder: "1-thinking-in-events",
    title: "Thinking in Events",
    says: "See the same world as a state and as events, and learn which of the two knows more.",
  },
  {
    number: 2,
    folder: "2-storing-data-as-events",
    title: "Storing Data as Events",
    says: "Keep a shopping cart as a log, and compute the cart from it.",
  },
  {
    number: 3,
    folder: "3-why-store-events",
    title: "Why Store Events",
    says: "Evidence, recovery, insight: what each one gives and costs.",
  },
  {
    number: 4,
    folder: "4-cqrs",
    title: "CQRS",
    says: "Decide in one place, answer in others, and handle the delay between them.",
  },
  {
    number: 5,
    folder: "5-hands-on",
    title: "Hands On",
    says: "Everything once, end to end, on a running Kafka.",
  },
  {
    number: 6,
    folder: "6-incorporating-event-storage",
    title: "Incorporating Event Storage",
    says: "Bring events into a system that already exists.",
  },
  {
    number: 7,
    folder: "7-event-streaming",
    title: "Event Sourcing and Event Streaming",
    says: "From the log of one application to the log between many.",
  },
];

const planned: [module: number, slug: string, title: string, line: string][] = [
  [
    1,
    "thinking-in-events",
    "Thinking in Events",
    "From what happened you can compute the current state. The other way round does not work.",
  ],
  [
    1,
    "real-world-in-software",
    "The Real World Modelled in Software",
    "Every model chooses what to keep, and pays for it.",
  ],
  [
    1,
    "state-and-events",
    "State-Based vs. Event-Based Systems",
    "Updating in place, appending, and the log inside every database.",
  ],
  [1, "chess", "Chess", "What a picture, a position and a list of moves know about a game."],
  [
    1,
    "a-running-kafka",
    "Setting Up Kafka",
    "Brokers, topics, partitions and offsets on a cluster that runs.",
  ],
  [
    2,
    "storing-data-as-events",
    "Storing Data as Events",
    "What belongs in an event, and what to decide first.",
  ],
  [2, "classic-crud", "Classic CRUD", "What a table does well, and what an update loses."],
  [2, "create-and-read-only", "Create and Read Only", "No update, no delete, and still a mistake is fixed."],
  [
    2,
    "getting-current-state",
    "Getting Current State",
    "Write the fold yourself. The state gets a type of its own: it is not an event.",
  ],
  [
    2,
    "preserves-everything",
    "Event Sourcing Preserves Everything",
    "The state at any offset, and what if one event had not happened.",
  ],
  [2, "in-practice", "Event Sourcing in Practice", "Many carts in one topic: find one, then fold it."],
  [3, "why-store-events", "Why Store Events", "Three promises and their costs."],
  [3, "evidentiary", "Event Sourcing is Evidentiary", "What a log proves, and what it does not."],
  [3, "recoverable", "Events are Recoverable", "Fix the code, fold again, and know what that cannot fix."],
  [3, "insightful", "Event Data is Insightful", "What people did between two states."],
  [4, "cqrs", "Command Query Responsibility Segregation", "Separate what decides from what answers."],
  [
    4,
    "large-reductions",
    "Large Chronological Reductions",
    "When the fold gets long: snapshots, and when not to trust them.",
  ],
  [4, "how-cqrs-works", "How CQRS Works", "From command to view, and every step that can lag or crash."],
  [
    4,
    "cqrs-with-kafka",
    "Implementing CQRS with Kafka",
    "One consumer for each view, and a rebuild without downtime.",
  ],
  [4, "streams-and-tables", "Adding ksqlDB", "Streams, tables, and a sum that keeps itself up to date."],
  [5, "hands-on", "Hands On", "Decide, append, read, fold and query, with nothing simulated."],
  [
    6,
    "incorporating-event-storage",
    "Incorporating Event Storage",
    "One kind of entity at a time, and schemas that change.",
  ],
  [6, "crud-and-cqrs", "CRUD vs. CQRS", "An honest comparison, and five ways to read your own writes."],
  [6, "new-york-times", "The New York Times", "Everything published since 1851 in one topic."],
  [6, "change-data-capture", "Change Data Capture", "A database’s log as a stream: what changed, not why."],
  [6, "outbox-pattern", "The Outbox Pattern", "Two writes, one transaction."],
  [
    7,
    "sourcing-and-streaming",
    "Event Sourcing vs. Event Streaming",
    "How one component stores its facts, and how facts reach others.",
  ],
  [
    7,
    "cqrs-in-motion",
    "CQRS with Data in Motion",
    "Ten thousand reads per write, for seats that must not be sold twice.",
  ],
  [7, "cqrs-and-microservices", "CQRS Applied to Microservices", "One stream, and a view for each service."],
  [7, "event-streaming", "Progressing to Event Streaming", "Topics as products, and joins over time."],
];

/** The thirty lessons in their order. Lesson numbers count from 1. */
export const course: PlannedLesson[] = planned.map(([module, slug, title, line], index) => ({
  number: index + 1,
  slug,
  title,
  module,
  line,
}));

/** The lesson a newcomer starts with: it needs nothing before it. */
export const startHere = "create-and-read-only";

export function plannedLesson(slug: string): PlannedLesson | undefined {
  return course.find((lesson) => lesson.slug === slug);
}
