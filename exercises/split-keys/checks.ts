import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { joinWithAnd } from "../../engine/grading/message-parts.ts";
import type { MonitorEvent, RecordSeen } from "./events.d.ts";
import { generated } from "./logs.ts";

const seen = (at: CheckContext): RecordSeen[] =>
  ((at.args?.[0] ?? []) as unknown as MonitorEvent[]).filter((event) => event.type === "RecordSeen");

/** The names in an answer, in their order; null where it is no list. */
const namesIn = (result: unknown) => (Array.isArray(result) ? result.map(String) : null);
const expected = (at: CheckContext) => namesIn(at.expectedResult) ?? [];
const answered = (at: CheckContext) => namesIn(at.actualResult) ?? [];
const missing = (at: CheckContext) => expected(at).filter((key) => !answered(at).includes(key));
const tooMany = (at: CheckContext) => answered(at).filter((key) => !expected(at).includes(key));
const hasNoKey = (at: CheckContext) => tooMany(at).some((key) => key === "null" || key === "undefined");
const recordsOf = (at: CheckContext, key: string) => seen(at).filter(({ data }) => data.key === key);

/** "in partition 0 at offset 14 and in partition 3 at offset 0" */
const describePlaces = (at: CheckContext, key: string) =>
  joinWithAnd(
    recordsOf(at, key).map(
      ({ data: { partition, offset } }) => `in partition ${partition} at offset ${offset}`,
    ),
  );

const checks: Check[] = [
  {
    id: "list",
    title: "The answer is a list of keys",
    covers: (at) => namesIn(at.actualResult) === null,
    message: (at) =>
      `Your function answered ${JSON.stringify(at.actualResult) ?? "nothing"}. The question is which keys are split. What does it return when there are two of them?`,
  },
  {
    id: "no-key",
    title: "A record without a key is not reported",
    covers: hasNoKey,
    message: (at) =>
      `Your function reports ${tooMany(at)[0]}. Some events of the monitor have no key, because the record they saw had none. Which cart is such a record about?`,
  },
  {
    id: "finds",
    title: "A key with records in two partitions is reported",
    covers: (at) => missing(at).length > 0,
    message(at) {
      const [key = ""] = missing(at);
      return `The monitor saw ${key} ${describePlaces(at, key)}. Your function does not report ${key}. With which partition did it compare the last of these?`;
    },
  },
  {
    id: "stays",
    title: "A key in one partition is not reported",
    covers: (at) => tooMany(at).length > 0,
    message(at) {
      const [key = ""] = tooMany(at);
      return `Your function reports ${key}. The monitor saw it ${describePlaces(at, key) || "nowhere"}. In how many partitions is that?`;
    },
  },
  {
    id: "once",
    title: "Each split key is reported once",
    covers: () => true,
    message(at) {
      const twice = answered(at).find((key, place, all) => all.indexOf(key) !== place) ?? "";
      return `Your function reports ${twice} more than once. The monitor saw it ${describePlaces(at, twice)}. How many keys is that?`;
    },
  },
];

export default {
  checks,
  compareResult: (result) => namesIn(result)?.toSorted() ?? null,
  generated,
} satisfies ExerciseChecks;
