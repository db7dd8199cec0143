import type { RawRecord } from "../../../engine/fold/event.ts";
import type { Scene } from "../exercise/scene.ts";

/**
 * What is wrong with a scene, in a sentence that says what to write instead; empty when nothing is. `records` is the log
 * that it plays on, `components` the names that the lesson's `scenes.tsx` exports.
 */
export function sceneProblem(
  { offset, without = [], beside }: Scene,
  records: Pick<RawRecord, "position">[],
  components: string[],
): string {
  if (offset === undefined && beside === undefined && without.length === 0)
    return "It shows nothing. Give it an offset, offsets to leave out (`without`), or a component (`beside`).";
  const offsets = records.map(({ position }) => position.offset);
  const asked = [...(offset === undefined || offset === -1 ? [] : [offset]), ...without];
  const absent = asked.find((each) => !offsets.includes(each));
  if (absent !== undefined)
    return `The log of the lesson's first exercise has no offset ${absent}. It has ${offsets.at(0)} to ${offsets.at(-1)}.`;
  if (beside !== undefined && !components.includes(beside))
    return `The lesson's scenes.tsx exports no "${beside}". It exports ${components.join(", ") || "nothing"}.`;
  return "";
}
