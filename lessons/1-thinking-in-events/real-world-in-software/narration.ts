import type { AppendOnlyLogRecord } from "../../../figures/log-and-table/append-only-log.tsx";
import type { TableRow } from "../../../figures/log-and-table/overwritten-table.tsx";
import { distanceOf, type Move, metresOf, moves, type Place, placeAfter } from "./robot-night.ts";

/** The records as lines of a log. */
export const logLines: AppendOnlyLogRecord[] = moves.map((move, offset) => ({
  offset,
  time: timeOf(move),
  type: move.type,
  words: wayOf(move),
}));

function timeOf({ metadata }: Move): string {
  return metadata.occurredAt.slice(11, 16);
}

/** "3 m east" */
export function wayOf({ data }: Pick<Move, "data">): string {
  const { dx, dy } = data;
  return `${metresOf(data)} m ${dx > 0 ? "east" : dx < 0 ? "west" : dy > 0 ? "north" : "south"}`;
}

/** "(3, −4)" */
export function placeInWords({ x, y }: Place): string {
  return `(${x}, ${y})`.replaceAll("-", "−");
}

/** "Offset 1, 02:12. The robot drives 4 m north, to (3, 4). So far 7 m.", about the last of the moves. */
export function narration(night: Move[]): string {
  const move = night.at(-1);
  if (!move) return "Before offset 0: the robot is at its dock, at (0, 0).";
  return `Offset ${night.length - 1}, ${timeOf(move)}. The robot drives ${wayOf(move)}, to ${placeInWords(placeAfter(night))}. So far ${distanceOf(night)} m.`;
}

/** The position as a program stores it that overwrites it with each move. */
export function positionRows(night: Move[]): TableRow[] {
  const [now, before] = [placeAfter(night), placeAfter(night.slice(0, -1))];
  const cell = (axis: keyof Place) => {
    const [value, was] = [now[axis], before[axis]].map((metres) => String(metres).replace("-", "−"));
    return value === was ? { value: String(value) } : { value: String(value), overwrote: String(was) };
  };
  return [{ id: "robot-1", cells: [{ value: "robot-1" }, cell("x"), cell("y")] }];
}
