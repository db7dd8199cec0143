import type { Json } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { joinWithAnd, partsOf } from "../../engine/grading/message-parts.ts";
import type { BrokerEvent } from "./events.d.ts";
import { generated } from "./logs.ts";

type At = CheckContext<BrokerEvent>;

const part = (state: Json, name: string) => JSON.stringify(partsOf(state)[name] ?? null);
const differs = (at: At, name: string) => part(at.actual, name) !== part(at.expected, name);
const is = (at: At, type: BrokerEvent["type"]) => at.event?.type === type;

/** "report at 13 and forecast at 3" */
function bookmarks(state: Json): string {
  const all = Object.entries(partsOf(partsOf(state).committed));
  return joinWithAnd(
    all.map(([group, offset]) => `${group} at ${JSON.stringify(offset)}`),
    "no bookmark",
  );
}

/** "from 0 to 13" */
const extent = (state: Json) => `from ${part(state, "start")} to ${part(state, "end")}`;

function committed(at: At): string {
  if (at.event?.type !== "OffsetCommitted") return "";
  const { group, offset } = at.event.data;
  return `At offset ${at.offset} the group ${group} says that it reads at offset ${offset} next.`;
}

function bookmarkMessage(at: At): string {
  const record = `${committed(at)} Before, you had ${bookmarks(at.before)}. Now you have ${bookmarks(at.actual)}.`;
  const now = partsOf(partsOf(at.actual).committed);
  const lost = Object.keys(partsOf(partsOf(at.before).committed)).filter((group) => !(group in now));
  return lost.length > 0
    ? `${record} Where will ${joinWithAnd(lost)} read next?`
    : `${record} Whose bookmark does this record move, and where to?`;
}

function deletionMessage(at: At): string {
  const before = at.event?.type === "RecordsDeleted" ? at.event.data.before : 0;
  const record = `At offset ${at.offset} Kafka deleted all records before offset ${before}. The log went ${extent(at.before)}.`;
  if (differs(at, "committed"))
    return `${record} Before, you had ${bookmarks(at.before)}. Now you have ${bookmarks(at.actual)}. Did any group read or go back in this step?`;
  return `${record} In your state it now goes ${extent(at.actual)}. Which offset does its first record have, and which one will the next record get?`;
}

export default {
  checks: [
    {
      id: "reading",
      title: "Reading removes no record",
      covers: (at) => is(at, "OffsetCommitted") && (differs(at, "start") || differs(at, "end")),
      message: (at) =>
        `${committed(at)} In your state the log now goes ${extent(at.actual)}; it went ${extent(at.before)}. What does another group still want to read?`,
    },
    {
      id: "bookmark",
      title: "A commit moves the bookmark of its group to the offset it names",
      covers: (at) => is(at, "OffsetCommitted"),
      message: bookmarkMessage,
    },
    {
      id: "deletion",
      title: "A deletion moves the start, and nothing else",
      covers: (at) => is(at, "RecordsDeleted"),
      message: deletionMessage,
    },
    {
      id: "other-records",
      title: "Appended records move the end, and other events change nothing",
      covers: () => true,
      message: (at) =>
        at.event
          ? `The record at offset ${at.offset} is ${at.event.type}. After it your log goes ${extent(at.actual)}, with ${bookmarks(at.actual)}. Before, it went ${extent(at.before)}, with ${bookmarks(at.before)}. Which case of \`evolve\` ran?`
          : `Before the first record your log goes ${extent(at.actual)}, with ${bookmarks(at.actual)}. Nothing has happened yet. What did \`initialState\` return?`,
    },
  ],
  compare: (state) => {
    const { start, end, committed: marks } = partsOf(state);
    const sorted = Object.entries(partsOf(marks)).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return {
      start: start ?? null,
      end: end ?? null,
      committed: marks === undefined ? null : Object.fromEntries(sorted),
    };
  },
  generated,
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the state that it was given, at \`${path}\`. The step before still shows that state. What can you return instead of changing it?`,
  },
} satisfies ExerciseChecks<BrokerEvent>;
