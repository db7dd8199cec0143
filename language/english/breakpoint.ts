/** The button that asks for a breakpoint, and the name of its field. */
export const breakpoint = {
  part: "The breakpoint",
  open: "Stop where…",
};
