import { expect, test } from "vitest";
import type { TraceEnd, Verdict } from "../../../../engine/fold/trace.ts";
import type { FoldSession } from "../../session/session-interface.ts";
import { openLog } from "./open-long-log.ts";

const slice = { topic: "course.ledger", partitions: [{ partition: 0, from: 10, to: 9_010 }] };
const session = {} as FoldSession;

function endAt(verdict: Verdict, offset: number | null): TraceEnd {
  const position = offset === null ? null : { topic: slice.topic, partition: 0, offset };
  const at = position && { index: position.offset - 10, position };
  return { kind: "end", verdict, message: "", at, state: null, steps: 0, skipped: 0 };
}

test.each<[Verdict, number | null, number]>([
  ["ok", null, 8_999],
  ["log-unavailable", null, 8_999],
  ["threw", 510, 500],
  ["log-unavailable", 510, 499],
  ["cancelled", 10, -1],
])(
  "a long fold that ended %s at offset %s can be looked at up to place %s",
  async (verdict, offset, place) => {
    const opened = await openLog({ kind: "topic", topic: slice.topic }, slice, session);
    expect(opened.reach(endAt(verdict, offset), 0)).toBe(place);
  },
);
