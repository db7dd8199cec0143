/** Makes the event of a record, the same as `readRecord` in fold/event.ts does on the host. */
import { DateOf, getPrototypeOf, hasOwn, isoOf, nothing, parse, syntaxErrorPrototype } from "./built-ins.js";

/** Null where the value is no event. */
export function eventOf(topic, partition, offset, timestamp, key, text) {
  let parsed;
  try {
    parsed = parse(text);
  } catch (thrown) {
    if (getPrototypeOf(thrown) === syntaxErrorPrototype) return null;
    throw thrown;
  }
  if (typeof parsed !== "object" || parsed === null) return null;
  // A list has neither type nor data.
  const { type, data } = parsed;
  if (typeof type !== "string" || type === "") return null;
  if (data === undefined && !hasOwn(parsed, "data")) return null;
  if (timestamp > 8.64e15 || timestamp < -8.64e15) return null;
  const given = typeof parsed.metadata === "object" && parsed.metadata !== null ? parsed.metadata : nothing;
  const { id, version, occurredAt, causationId, correlationId } = given;
  const metadata = {
    id: typeof id === "string" ? id : topic + "-" + partition + "@" + offset,
    version: typeof version === "number" ? version : 1,
    occurredAt: typeof occurredAt === "string" ? occurredAt : isoOf(new DateOf(timestamp)),
  };
  if (typeof causationId === "string") metadata.causationId = causationId;
  if (typeof correlationId === "string") metadata.correlationId = correlationId;
  metadata.key = key;
  metadata.position = { topic, partition, offset };
  metadata.timestamp = timestamp;
  return { type, data, metadata };
}
