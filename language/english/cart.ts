/** A cart as it is drawn. */
export const cartWords = {
  none: "There is no cart to draw: the state has no",
  empty: "An empty cart.",
  /** A line without a count. */
  noCount: "none",
  new: "new",
  was: (count: string) => `was ${count}`,
};
