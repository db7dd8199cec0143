import { partitionOf } from "../../fold/partition.ts";
import { crc32 } from "../../terminal/kcat/crc32.ts";

/** Who chooses the partition: Kafka's own clients by murmur2, or kcat by librdkafka's default, consistent_random. */
export const partitioners = ["murmur2", "consistent_random"] as const;
export type Partitioner = (typeof partitioners)[number];

/** The partition to which a client with this partitioner sends a key. An empty key is none for librdkafka: not for here. */
export function partitionFor(partitioner: Partitioner, key: string, partitions: number): number {
  if (partitioner === "murmur2") return partitionOf(key, partitions);
  return crc32(new TextEncoder().encode(key)) % partitions;
}
