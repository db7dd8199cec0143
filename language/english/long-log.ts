/** Words of a log that is too long to keep every step in memory. */
export const longLogWords = {
  part: "The progress of a long fold",
  loading: "Folding up to here from the last kept state.",
  notFolded: "This record is not folded, so the state is unchanged.",
  title: "A longer log",
  partitions: "Partitions are folded one after the other, each in its own order.",
};
