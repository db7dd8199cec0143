/** Four decisions somebody makes when building the two sides of a system. */
export interface SystemShape {
  models: "one" | "two";
  stores: "one" | "two";
  update: "now" | "later";
  keeps: "states" | "events";
}

export interface Verdict {
  cqrs: boolean;
  cqrsBecause: string;
  eventSourcing: boolean;
  eventSourcingBecause: string;
  /** What such a system looks like. */
  example: string;
  price: string;
}

/** Whether something has to be brought up to date after a write. With one model over one store nothing has. */
export function hasUpdate({ models, stores }: SystemShape): boolean {
  return models === "two" || stores === "two";
}

export function judge(shape: SystemShape): Verdict {
  const cqrs = shape.models === "two";
  const eventSourcing = shape.keeps === "events";
  return {
    cqrs,
    cqrsBecause: cqrs
      ? "one model decides, another answers."
      : shape.stores === "two"
        ? "one model decides and answers. The second store is only a copy."
        : "one model decides and answers.",
    eventSourcing,
    eventSourcingBecause: eventSourcing
      ? "the writing side stores what happened, and every state is computed from it."
      : "the writing side stores the newest state, and overwrites what led to it.",
    example: exampleOf(shape),
    price: priceOf(shape),
  };
}

function exampleOf({ models, stores, update, keeps }: SystemShape): string {
  const later = update === "later";
  if (models === "one" && stores === "one") {
    return keeps === "states"
      ? "Tables, and the same classes for every change and every question. Most programs look like this, and most should."
      : "A log and one fold. The code that decides also answers every question.";
  }
  if (models === "one") {
    return keeps === "states"
      ? "A database with a read replica: a copy that only answers queries."
      : "A log and a copy of it in another place, folded there by the same code.";
  }
  if (stores === "one" && keeps === "states") {
    return later
      ? "One Postgres: classes that check an order, and for the overview page a materialised view (a stored query result), refreshed every minute."
      : "One Postgres: classes that check an order, and a summary table for the overview page, written in the same transaction.";
  }
  if (stores === "one") {
    return later
      ? "An event table and view tables in one database. A projector fills the views a moment later."
      : "An event table and view tables in one database, written in one transaction.";
  }
  if (keeps === "states") {
    return later
      ? "Order tables, and a search index that is filled a moment later."
      : "Order tables and a search index, both written before the shop answers.";
  }
  return later
    ? "A Kafka topic, and projectors that fill views in separate databases. Most people think of this when they hear “CQRS”."
    : "A log in one system, views in another, both written before the shop answers.";
}

function priceOf(shape: SystemShape): string {
  if (!hasUpdate(shape)) {
    return shape.keeps === "states"
      ? "Every new question adds more code to the model that decides."
      : "Every question needs a fold.";
  }
  if (shape.update === "later") return "For a moment, people see the old view. Lesson 23 is about that.";
  if (shape.stores === "one") return "Every write takes longer, because it also updates the views.";
  return "The writer waits for both stores, and somebody must fix it when only one was written. Lesson 26 is about that.";
}
