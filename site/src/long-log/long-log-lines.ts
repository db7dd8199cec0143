import type { RawRecord } from "../../../engine/fold/event.ts";
import type { LongLog } from "../../../engine/long-fold/long-log.ts";
import { longestLine } from "../log-text/log-reading.ts";
import { parseLine } from "../log-text/parse-line.ts";

/** Lines that are read at once; the fold takes whole times of them. */
const linesAtOnce = 250;
const lineEnd = 10;

/**
 * The lines of a file as a log of one partition, a line's place its offset. A line that is no record is a record all the
 * same, one that is not an event: so line and offset stay together. Only where each part begins is kept in memory.
 */
export async function longLogLines(file: Blob, topic: string): Promise<LongLog> {
  const { parts, count } = await scan(file);
  const textOf = async (part: number) => {
    const text = await file.slice(parts[part], parts[part + 1] ?? file.size).text();
    return text.endsWith("\n") ? text.slice(0, -1) : text;
  };
  return {
    slice: { topic, partitions: [{ partition: 0, from: 0, to: count }] },
    count,
    async read(from, to) {
      const end = Math.min(to, count);
      if (end <= from) return [];
      const first = Math.floor(from / linesAtOnce);
      const wanted = Array.from({ length: Math.ceil(end / linesAtOnce) - first }, (_, i) => first + i);
      const lines = (await Promise.all(wanted.map(textOf))).flatMap((text) => text.split("\n"));
      const begin = first * linesAtOnce;
      return lines
        .slice(from - begin, end - begin)
        .map((line, i) => recordOn(line, { topic, partition: 0, offset: from + i }));
    },
    placeOf: ({ partition, offset }) => (partition === 0 && offset >= 0 && offset < count ? offset : null),
  };
}

/** Where each part of the file begins, in bytes, and how many lines there are; the end of the file ends a line too. */
async function scan(file: Blob): Promise<{ parts: number[]; count: number }> {
  const parts = [0];
  let lines = 0;
  let read = 0;
  let last = lineEnd;
  const reader = file.stream().getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const bytes = chunk.value;
    for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) {
      lines++;
      if (lines % linesAtOnce === 0) parts.push(read + at + 1);
    }
    read += bytes.length;
    last = bytes.at(-1) ?? last;
  }
  const count = last === lineEnd ? lines : lines + 1;
  return { parts, count };
}

function recordOn(line: string, position: RawRecord["position"]): RawRecord {
  const read = parseLine(line, position.offset + 1, longestLine);
  if (read.kind !== "record") return { position, timestamp: 0, key: null, headers: {}, value: line };
  const { timestamp, key, headers, value } = read;
  return { position, timestamp, key, headers, value };
}
