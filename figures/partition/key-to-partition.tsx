import { showHidden } from "../../engine/fold/hidden-characters.ts";
import { partitionOf, positiveHash } from "../../engine/fold/partition.ts";
import { partitionWords } from "../../language/english/key-to-partition.ts";

export interface KeyToPartitionProps {
  /** The record's key as it is written so far. */
  recordKey: string;
  partitions: number;
  /** Of the sentence that says it, so that a field can be described by it. */
  id?: string;
}

/** More lanes than these are told and not drawn. */
const drawn = 8;
const lane = 20;

/** A key hashed to its lane, by the function that Kafka's producers use. */
export function KeyToPartition({ recordKey, partitions, id }: KeyToPartitionProps) {
  const partition = recordKey === "" ? null : partitionOf(recordKey, partitions);
  return (
    <div className="throw">
      <p id={id}>
        {partition === null
          ? partitionWords.noKey
          : partitionWords.goes(showHidden(recordKey), partition, partitions)}
      </p>
      {partitions <= drawn && <Lanes recordKey={recordKey} partition={partition} partitions={partitions} />}
      {partition !== null && (
        <p className="throw-hash">{partitionWords.hash(positiveHash(recordKey), partitions, partition)}</p>
      )}
    </div>
  );
}

interface LanesProps {
  recordKey: string;
  partition: number | null;
  partitions: number;
}

function Lanes({ recordKey, partition, partitions }: LanesProps) {
  const middle = (partitions * lane) / 2;
  const at = (index: number) => index * lane + lane / 2;
  const name = showHidden(recordKey);
  const key = name.length > 12 ? `${name.slice(0, 11)}…` : name;
  const lanes = Array.from({ length: partitions }, (_, index) => index);
  return (
    <svg viewBox={`0 0 320 ${partitions * lane}`} aria-hidden="true">
      <text className="throw-key" x={92} y={middle + 4} textAnchor="end">
        {key}
      </text>
      <path className="throw-way" d={`M98 ${middle} H112`} />
      <rect className="throw-gate" x={112} y={middle - 11} width={64} height={22} rx={4} />
      <text className="throw-gate-name" x={144} y={middle + 4} textAnchor="middle">
        murmur2
      </text>
      {lanes.map((index) => (
        <g key={index} className={index === partition ? "throw-lane here" : "throw-lane"}>
          <path d={`M176 ${middle} C196 ${middle} 196 ${at(index)} 216 ${at(index)}`} />
          <path className="throw-log" d={`M232 ${at(index)} H320`} />
          <text x={224} y={at(index) + 4} textAnchor="middle">
            {index}
          </text>
        </g>
      ))}
      {partition !== null && (
        <rect
          // Another key is another throw.
          key={recordKey}
          className="throw-record"
          x={238}
          y={at(partition) - 6}
          width={12}
          height={12}
          rx={2}
          style={{ ["--from" as string]: `${middle - at(partition)}px` }}
        />
      )}
    </svg>
  );
}
