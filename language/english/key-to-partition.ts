/** A key on its way to a partition. */
export const partitionWords = {
  goes: (key: string, partition: number, all: number) => `${key} goes to partition ${partition} of ${all}.`,
  noKey: "A record without a key may go to any partition. This form asks for one.",
  hash: (hash: number, all: number, partition: number) =>
    `Kafka hashes the key with murmur2: ${hash}. Divided by ${all}, the remainder is ${partition}.`,
};
