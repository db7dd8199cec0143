/** What the workbench says about sharing before anybody shares. */
export const sharing = {
  open: "Share",
  /** The dialog, where it cannot be loaded. */
  dialog: "What can be shared",
  /** The notice about code that came with a link, where it cannot be loaded. */
  notice: "The notice about your own code",
};
