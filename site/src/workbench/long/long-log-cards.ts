import type { LogRecord } from "../../../../engine/fold/event.ts";
import type { CardSource } from "../../../../figures/lane/card-source.ts";
import type { CardMark } from "../../../../figures/lane/lane-card.ts";
import { cardWords } from "../../../../language/english/tape.ts";
import { recordCard, type TapeCard } from "../tape/tape-cards.ts";
import type { RecordCache } from "./record-cache.ts";

/** The cards of a long log. `marks` are what the fold says of single places. */
export function longLogCards(cache: RecordCache, marks: ReadonlyMap<number, CardMark>): CardSource<TapeCard> {
  const { log } = cache;
  // The partitions of a topic follow each other: one row is enough for them.
  const lanes = log.near ? log.slice.partitions.map(({ partition }) => cardWords.partition(partition)) : [];
  return {
    count: log.count,
    lanes,
    card(index) {
      const record = cache.at(index);
      if (record === undefined) return null;
      const mark = marks.get(index);
      const card = record ? cardOf(record) : gap(index, lanes[0] ?? "");
      return mark ? { ...card, mark } : card;
    },
    want: (from, to) => cache.want(Math.max(0, from), Math.min(to, log.count)),
    watch: (listener) => cache.watch(listener),
    samples: (parts) => cache.samples(parts).map((records) => records.map(cardOf)),
  };
}

const cardOf = (record: LogRecord): TapeCard => ({ ...recordCard(record, false), step: null });

/** Compaction and transactions leave places without a record. */
function gap(index: number, lane: string): TapeCard {
  const nothing = { offset: null, key: null, time: null, summary: "", record: null, step: null };
  return {
    id: `gap-${index}`,
    lane,
    kind: "not-an-event",
    title: cardWords.gap,
    mark: "skipped",
    ...nothing,
  };
}
