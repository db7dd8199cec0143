import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { differingParts, partsOf } from "../../engine/grading/message-parts.ts";

/** What is compared: the carts that hold something, by name. */
export function filledCarts(state: Json): Json {
  const carts = isObject(state) ? (state.carts ?? null) : null;
  if (!isObject(carts)) return null;
  return Object.fromEntries(
    Object.entries(carts).filter(([, cart]) => !isObject(cart) || Object.keys(cart).length > 0),
  );
}

/** The key of this step's record; every record of these logs has one. */
export function keyOf({ metadata }: Pick<Event, "metadata">): string {
  return metadata.key ?? "";
}

/** The carts of the learner that no record up to this step is about. */
export function namelessCarts(at: CheckContext): string[] {
  const keys = new Set([...at.history, ...(at.event ? [at.event] : [])].map(keyOf));
  return Object.keys(partsOf(at.actual)).filter((name) => !keys.has(name));
}

/** The carts that are wrong, other than the one that this record is about. */
export function otherWrongCarts(at: CheckContext): string[] {
  const own = at.event && keyOf(at.event);
  return differingParts(at.expected, at.actual).filter((name) => name !== own);
}

/** An earlier record with the same offset, in another partition. */
export function sameOffsetElsewhere({ position, history }: CheckContext): Event | undefined {
  return history.find(
    ({ metadata }) =>
      metadata.position.offset === position?.offset && metadata.position.partition !== position.partition,
  );
}
