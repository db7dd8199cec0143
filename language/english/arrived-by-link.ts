/** What a visitor is told who came with somebody's link. */
export const arrivedByLink = {
  here: "This code came with a link. Your own is kept.",
  playground: "This log and this code came with a link. Your own are kept.",
  back: "Back to mine",
  stay: "Keep this instead of mine",
};
