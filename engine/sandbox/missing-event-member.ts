import type { SourcePlace } from "../fold/trace.ts";
import { runSentences } from "../sentences/english/runs.ts";
import { type Message, sentencesFrom } from "../sentences/message.ts";
import { declarationIndex, escaped, onlyPlaceOf } from "./source-search.ts";

const says = sentencesFrom(runSentences);

/** A place that reads something of an event that no event has, and a sentence about it. */
export interface MissingEventMember {
  place: SourcePlace;
  sentence: Message;
}

/**
 * Where a source reads `event.qty`, as an event has only `type`, `data` and `metadata`; undefined where it does not, or
 * where several places do. `called` is the function whose second parameter is the event.
 */
export function missingEventMember(called: string, source: string): MissingEventMember | undefined {
  const event = eventName(called, source);
  const read = new RegExp(
    `(?<![\\w$.])${escaped(event)}\\??\\.(?!(?:type|data|metadata)(?![\\w$]))([A-Za-z_$][\\w$]*)`,
    "g",
  );
  const place = onlyPlaceOf(read, source);
  const [found] = source.matchAll(read);
  if (!place || !found) return undefined;
  const [text, name] = found;
  return {
    place,
    sentence: says("event-member-missing", { read: text, line: place.line, event, name: name ?? "" }),
  };
}

/** How the function calls its second parameter; "event" where that cannot be told from the text. */
function eventName(called: string, source: string): string {
  const begin = declarationIndex(called, source);
  const parameters = begin === undefined ? "" : source.slice(begin, begin + 500);
  return /\(\s*[\w$]+[^,()]*,\s*([\w$]+)/.exec(parameters)?.[1] ?? "event";
}
