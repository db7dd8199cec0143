import { formatPosition, type Position } from "../../../../engine/fold/event.ts";
import { share } from "../../../../language/english/share-dialog.ts";
import type { Shared } from "../../exercise/link/shared-link-types.ts";

/** What a link holds, in a sentence. `place` is where the record of its step lies. */
export function describeLink({ code, playground, step }: Shared, place: Position | null): string {
  const { holds } = share;
  const parts: string[] = [];
  if (code !== undefined) parts.push(holds.code);
  if (playground?.log.kind === "given") parts.push(holds.log(playground.log.records.length));
  if (playground?.log.kind === "data-set") parts.push(holds.dataSet);
  if (playground?.log.kind === "topic") parts.push(holds.topic);
  if (step !== undefined)
    parts.push(step < 0 || place === null ? holds.start : holds.step(formatPosition(place)));
  return share.what(parts);
}
