import type { Event } from "../../../engine/fold/event.ts";
import type { SceneProps } from "../../../figures/scene-props.ts";
import { type CartRecord, describeRecord } from "./carts-log.ts";
import { partitionsBefore } from "./growing-topic.ts";
import { type LaneRecord, PartitionLanes } from "./partition-lanes.tsx";
import "./lanes.css";

/** The records folded so far, as the topic holds them. */
function Partitions({ events }: SceneProps) {
  return (
    <>
      <h3>What the topic holds by then</h3>
      <PartitionLanes partitions={partitionsBefore} records={events.map(laneRecord)} />
    </>
  );
}

function laneRecord({ type, data, metadata }: Event): LaneRecord {
  const { partition, offset } = metadata.position;
  const key = metadata.key ?? "";
  const says = describeRecord({ ...(data as object), type, key, time: "" } as CartRecord);
  return { partition, offset, key, type, says };
}

export const scenes = { partitions: Partitions };
