import { type LogRecord, type Position, readRecord } from "../../../../engine/fold/event.ts";
import type { Slice } from "../../../../engine/fold/trace.ts";
import { type LongLogData, openLongLog } from "../../long-log/long-log-data.ts";
import type { FoldSession } from "../../session/session-interface.ts";

/** A long log as the tape reads it: its records by their place on the tape, counted from 0. */
export interface TapeLog {
  readonly slice: Slice;
  readonly count: number;
  /** Whether any part is as near as any other, so that samples of all of it cost little. */
  readonly near: boolean;
  /** The records from `from` up to, not including, `to`. Rejects where the log cannot be read. */
  read(from: number, to: number): Promise<LogRecord[]>;
  /** The place of a record on the tape; null where it has none. */
  placeOf(position: Pick<Position, "partition" | "offset">): number | null;
  /** Where the record at a place lies. */
  positionAt(place: number): Promise<Pick<Position, "partition" | "offset">>;
}

/** A log that the page holds. Its places are those of the fold's order. */
export async function tapeLogOf(data: LongLogData): Promise<TapeLog> {
  const log = await openLongLog(data);
  const read = async (from: number, to: number) => (await log.read(from, to)).map(readRecord);
  return {
    slice: log.slice,
    count: log.count,
    near: true,
    read,
    placeOf: (position) => log.placeOf(position),
    positionAt: async (place) =>
      (await log.read(place, place + 1))[0]?.position ?? { partition: 0, offset: 0 },
  };
}

/** A topic in Kafka: its partitions one after the other, each in the only order that Kafka gives it. */
export function topicLog(slice: Slice, session: FoldSession): TapeLog {
  let count = 0;
  const parts = slice.partitions
    .toSorted((a, b) => a.partition - b.partition)
    .map((part) => {
      const begin = count;
      count += part.to - part.from;
      return { ...part, begin, end: count };
    });
  return {
    slice,
    count,
    near: false,
    async read(from, to) {
      const read = parts
        .filter(({ begin, end }) => begin < to && end > from)
        .map(({ partition, from: first, begin, end }) =>
          session.records(
            slice.topic,
            partition,
            first + Math.max(from, begin) - begin,
            first + Math.min(to, end) - begin,
          ),
        );
      return (await Promise.all(read)).flat();
    },
    placeOf({ partition, offset }) {
      const part = parts.find((each) => each.partition === partition);
      return part && offset >= part.from && offset < part.to ? part.begin + offset - part.from : null;
    },
    async positionAt(place) {
      const part = parts.find(({ end }) => place < end) ?? parts.at(-1);
      return { partition: part?.partition ?? 0, offset: (part?.from ?? 0) + place - (part?.begin ?? 0) };
    },
  };
}
