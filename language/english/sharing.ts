/** What the workbench says of sharing before anybody shares. */
export const sharing = {
  open: "Share",
  /** The dialog, where it cannot be loaded. */
  dialog: "What can be shared",
};

export const arrived = {
  here: "This code came with a link. Your own is kept.",
  playground: "This log and this code came with a link. Your own are kept.",
  back: "Back to mine",
  stay: "Keep this instead of mine",
};
