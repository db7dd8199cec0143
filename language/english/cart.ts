/** A cart as it is drawn. */
export const cartWords = {
  none: "The cart is not drawn: the state has no",
  empty: "An empty cart.",
  /** A line without a count. */
  noCount: "none",
  new: "new",
  was: (count: string) => `was ${count}`,
};
