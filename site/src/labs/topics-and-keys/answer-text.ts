import type { JsonObject } from "../../../../engine/fold/json.ts";

/** A fold's answer on one line. */
export function answerText(answer: JsonObject): string {
  return Object.entries(answer)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
