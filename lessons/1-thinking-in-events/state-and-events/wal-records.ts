/**
 * What PostgreSQL 15.18 wrote into its write-ahead log for `update customers set email = …, updated_at = …` of one row and
 * its commit, as pg_waldump printed it on 30 November 2026. Lengths are bytes.
 */
export const walRecords = [
  "Heap         96 bytes  HOT_UPDATE off 1 xmax 726 flags 0x20 ; new off 2 xmax 0, rel 1663/5/16384 blk 0",
  "Transaction  34 bytes  COMMIT 2026-11-30 22:17:28.418529 UTC",
];
