/** Why a long log, or a part of it, could not be folded. */
export const longFoldErrors = {
  otherEntry:
    "Only a reducer or a projector can fold a log of more than 5,000 records. This exercise asks for something else.",
  gone: "This fold is no longer in memory. Run it again to see its steps.",
  unreadable: "The log could not be read to the end. Is the file still there?",
};
