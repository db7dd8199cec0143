/** Four decisions somebody makes when building the two sides of a system. */
export interface Shape {
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
export function hasUpdate({ models, stores }: Shape): boolean {
  return models === "two" || stores === "two";
}

export function judge(shape: Shape): Verdict {
  const cqrs = shape.models === "two";
  const eventSourcing = shape.keeps === "events";
  return {
    cqrs,
    cqrsBecause: cqrs
      ? "one model decides, another answers."
      : shape.stores === "two"
        ? "one model does both. The second store holds the same model again: a copy."
        : "one model does both, it decides and it answers.",
    eventSourcing,
    eventSourcingBecause: eventSourcing
      ? "the write side keeps what happened, and every state is computed from it."
      : "the write side keeps the newest state, and what led to it is overwritten.",
    example: exampleOf(shape),
    price: priceOf(shape),
  };
}

function exampleOf({ models, stores, update, keeps }: Shape): string {
  const later = update === "later";
  if (models === "one" && stores === "one") {
    return keeps === "states"
      ? "Tables, and one set of classes over them. Most programs, and rightly so."
      : "A log and one fold. The code that decides also answers every question.";
  }
  if (models === "one") {
    return keeps === "states"
      ? "A database with a read replica."
      : "A log and a copy of it elsewhere, folded there by the same code.";
  }
  if (stores === "one" && keeps === "states") {
    return later
      ? "One Postgres: classes that check an order, and a materialised view, refreshed every minute, for the overview page."
      : "One Postgres: classes that check an order, and an SQL view for the overview page.";
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
    ? "A Kafka topic, and projectors that fill views in databases of their own. This is what most people picture."
    : "A log in one system, views in another, both written before the shop answers.";
}

function priceOf(shape: Shape): string {
  if (!hasUpdate(shape)) {
    return shape.keeps === "states"
      ? "Every new question is put to the model that decides."
      : "Every question costs a fold.";
  }
  if (shape.update === "later")
    return "For a moment a reader sees the old view. Lesson 23 is about that moment.";
  if (shape.stores === "one") return "Every write also does the work for the readers.";
  return "The writer waits for both stores, and somebody must mend it when only one was written. Lesson 26.";
}
