/**
 * The partition a key goes to: 32-bit MurmurHash2 (Austin Appleby) with the seed of Apache Kafka's default
 * partitioner (`org.apache.kafka.common.utils.Utils.murmur2`), made positive, modulo the number of partitions.
 */
export function partitionOf(key: string, partitions: number): number {
  return positiveHash(key) % partitions;
}

/** The key's murmur2 without its sign, as the partitioner takes it. */
export function positiveHash(key: string): number {
  return murmur2(new TextEncoder().encode(key)) & 0x7fffffff;
}

/** Kafka's murmur2 as a signed 32-bit number. */
export function murmur2(bytes: Uint8Array): number {
  const m = 0x5bd1e995;
  const length = bytes.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  let hash = 0x9747b28c ^ length;
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    let k = Math.imul(view.getInt32(i, true), m);
    k = Math.imul(k ^ (k >>> 24), m);
    hash = Math.imul(hash, m) ^ k;
  }
  if (length > whole) {
    for (let i = length - 1; i >= whole; i--) hash ^= view.getUint8(i) << ((i - whole) * 8);
    hash = Math.imul(hash, m);
  }
  hash = Math.imul(hash ^ (hash >>> 13), m);
  return hash ^ (hash >>> 15);
}
