/** Ends a command with a sentence for the learner, shown where a tool would write its error output. */
export class CommandError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "Stop";
  }
}
