/** What is said when the exercise is open in two tabs. */
export const otherTabWords = {
  replaced:
    "This exercise is open in another tab, and its code was changed there. This tab now shows that code. Yours is kept as a version under Compare.",
  takeBack: "Back to the code of this tab",
  dismiss: "Keep the new code",
};
