import { sameJson } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { filledCarts, keyOf, namelessCarts, otherWrongCarts, sameOffsetElsewhere } from "./domain.ts";
import { generated } from "./logs.ts";
import { describeCart, describeChange, describePlace, describeRecord } from "./messages.ts";

export default {
  compare: filledCarts,
  checks: [
    {
      id: "cart-of-the-key",
      title: "Each key has a cart of its own",
      covers: (at) => at.event !== null && namelessCarts(at).length > 0,
      message: cartOfTheKey,
    },
    {
      id: "no-record-skipped",
      title: "Every record counts, whatever its offset",
      covers: (at) => at.event !== null && sameJson(at.before, at.actual),
      message: skipped,
    },
    {
      id: "other-carts",
      title: "A record changes no other cart",
      covers: (at) => otherWrongCarts(at).length > 0,
      message: otherCart,
    },
    {
      id: "own-cart",
      title: "A record changes the cart of its key",
      covers: () => true,
      message: ownCart,
    },
  ],
  generated,
  words: {
    mutation: (at, path) =>
      `Your code changed the state it was given, at \`${path}\`. ${at.position ? `It is the state before ${describePlace(at.position)}` : "It is the state before this record"}, ` +
      "and somebody may still need it. What would you return if you could only read it?",
    interleavings: (at) =>
      `${at.event ? describeRecord(at.event) : ""} In this order it is read before a record of another cart that happened earlier. ` +
      "Kafka allows that if the two carts are in two partitions. Your carts are then different at the end. " +
      "What in your fold depends on which partition is read first?",
  },
} satisfies ExerciseChecks;

function cartOfTheKey(at: CheckContext): string {
  const { event } = at;
  const [name = ""] = namelessCarts(at);
  if (!event) return ownCart(at);
  const shows = `${describeRecord(event)} Your fold shows a cart named ${name}, with ${describeCart(at.actual, name)}.`;
  return name === String(event.metadata.position.partition)
    ? `${shows} That is the number of the partition. If two carts are in one partition, which of them is this?`
    : `${shows} No record has this key. Which part of the record says which cart it is about?`;
}

function skipped(at: CheckContext): string {
  const { event } = at;
  if (!event) return ownCart(at);
  const twin = sameOffsetElsewhere(at);
  const shows = `${describeRecord(event)} Your carts did not change.`;
  return twin
    ? `${shows} An earlier record, at ${describePlace(twin.metadata.position)}, has the same offset. Is it the same record?`
    : `${shows} What did your code do with this record?`;
}

function otherCart(at: CheckContext): string {
  const [name = ""] = otherWrongCarts(at);
  if (!at.event) return ownCart(at);
  return `${describeRecord(at.event)} ${describeChange(at, name)} What does this record say about ${name}?`;
}

function ownCart(at: CheckContext): string {
  const { event } = at;
  if (event)
    return `${describeRecord(event)} ${describeChange(at, keyOf(event))} What should \`evolve\` do to this cart, and to which one did it do it?`;
  return "Before the first record your shop has no empty `carts`. What does `initialState` return?";
}
