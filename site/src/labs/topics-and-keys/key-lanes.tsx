import type { KeyHistory } from "../../../../engine/labs/topics-and-keys/key-history.ts";
import { eventColour, eventSign } from "../../../../figures/event-colours.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";

const left = 104;
const step = 34;
const lane = 30;

interface KeyLanesProps {
  history: KeyHistory;
  partitions: number;
  /** So many records are drawn. */
  most: number;
}

/** The partitions as lanes, and the way of one key's records over them. */
export function KeyLanes({ history, partitions, most }: KeyLanesProps) {
  const records = history.thrown.slice(0, most);
  const width = left + Math.max(records.length, 8) * step + 8;
  const x = (n: number) => left + n * step + step / 2;
  const y = (partition: number) => 8 + partition * lane + lane / 2;
  const way = records.map(({ partition }, n) => `${n === 0 ? "M" : "L"}${x(n)} ${y(partition)}`).join(" ");
  const bottom = 8 + partitions * lane;
  return (
    <svg
      className="keys-lanes"
      viewBox={`0 0 ${width} ${bottom + 22}`}
      style={{ maxWidth: `${width * 1.2}px` }}
      aria-hidden="true"
    >
      {Array.from({ length: partitions }, (_, partition) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the partition
        <g key={partition}>
          <text x={left - 8} y={y(partition) + 4} textAnchor="end">
            {words.lane(partition)}
          </text>
          <path className="lane-line" d={`M${left} ${y(partition)} H${width}`} />
        </g>
      ))}
      <path className="lane-way" d={way} />
      {records.map((record, n) => (
        <g key={`${record.partition}@${record.offset}`}>
          <circle cx={x(n)} cy={y(record.partition)} r={11} className="lane-record" />
          <text
            x={x(n)}
            y={y(record.partition) + 4}
            textAnchor="middle"
            style={{ fill: eventColour(record.type ?? "") }}
          >
            {eventSign(record.type ?? "")}
          </text>
        </g>
      ))}
      <text x={width - 8} y={bottom + 14} textAnchor="end" className="plot-axis">
        {words.timeAxis} →
      </text>
    </svg>
  );
}
