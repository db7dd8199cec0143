import type { TopicLog } from "../../../../engine/labs/topics/topic-logs.ts";
import { keyLoads, partitionLoads } from "../../../../engine/labs/topics-and-keys/loads.ts";
import { eventColour } from "../../../../figures/event-colours.ts";
import { ticks } from "../../../../figures/plot/ticks.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";

/** Keys with a row of their own: the busiest. */
const rows = 10;
const left = 96;
const top = 26;
const barHeight = 96;
const rowHeight = 20;
const plotWidth = 360;

/** Above, the records of each partition; below, in the same columns, which keys they have. */
export function LoadPlot({ log }: { log: TopicLog }) {
  const loads = partitionLoads(log);
  const keys = keyLoads(log);
  const shown = keys.slice(0, rows);
  const axis = ticks(Math.max(...loads.map(({ records }) => records)));
  const most = axis.at(-1) ?? 1;
  const column = plotWidth / loads.length;
  const middle = (partition: number) => left + partition * column + column / 2;
  const height = (records: number) => (records / most) * barHeight;
  const base = top + barHeight;
  const rowsTop = base + 42;
  const rowAt = (n: number) => rowsTop + n * rowHeight + rowHeight / 2;
  const all = loads.reduce((sum, { records }) => sum + records, 0);
  const fair = base - height(all / loads.length);
  const largest = Math.max(...shown.flatMap(({ partitions }) => partitions), 1);
  const barWidth = Math.min(36, column * 0.7);
  const end = rowsTop + shown.length * rowHeight + (keys.length > rows ? 18 : 4);
  return (
    <svg
      className="keys-plot"
      viewBox={`0 0 ${left + plotWidth + 8} ${end}`}
      role="img"
      aria-label={words.plot(log.topic)}
    >
      <text x={4} y={12} className="plot-axis">
        {words.recordAxis}
      </text>
      {axis.map((value) => (
        <g key={value}>
          <path className="plot-grid" d={`M${left} ${base - height(value)} H${left + plotWidth}`} />
          <text x={left - 6} y={base - height(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {loads.map(({ name, records }) => (
        <g key={name}>
          <rect
            className="plot-bar"
            x={middle(name) - barWidth / 2}
            y={base - height(records)}
            width={barWidth}
            height={height(records)}
          />
          <text x={middle(name)} y={base - height(records) - 4} textAnchor="middle" className="plot-value">
            {records}
          </text>
          <text x={middle(name)} y={base + 15} textAnchor="middle">
            {name}
          </text>
        </g>
      ))}
      <path className="plot-fair" d={`M${left} ${fair} H${left + plotWidth}`} />
      <text x={left + plotWidth} y={fair - 4} textAnchor="end" className="plot-fair-name">
        {words.fairShare}
      </text>
      <text x={left + plotWidth} y={base + 30} textAnchor="end" className="plot-axis">
        {words.partitionAxis} →
      </text>
      <text x={4} y={base + 30} className="plot-axis">
        {words.keyAxis} ↓
      </text>
      {shown.map(({ name, partitions }, row) => (
        <g key={name} className={partitions.filter((count) => count > 0).length > 1 ? "plot-split" : ""}>
          <path className="plot-grid" d={`M${left} ${rowAt(row)} H${left + plotWidth}`} />
          <text x={left - 6} y={rowAt(row) + 4} textAnchor="end" className="plot-key">
            {shortName(name)}
          </text>
          {partitions.map((count, partition) =>
            count === 0 ? null : (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the partition
                key={partition}
                cx={middle(partition)}
                cy={rowAt(row)}
                r={3 + 6 * Math.sqrt(count / largest)}
                fill={eventColour(name)}
              >
                <title>{words.cell(name, partition, count)}</title>
              </circle>
            ),
          )}
        </g>
      ))}
      {keys.length > rows && (
        <text x={4} y={end - 3} className="plot-axis">
          {words.moreKeys(keys.length - rows)}
        </text>
      )}
    </svg>
  );
}

function shortName(name: string): string {
  return name.length > 13 ? `${name.slice(0, 12)}…` : name;
}
