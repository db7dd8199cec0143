/** Ends a command with a sentence for the learner. It stands where a tool would write to its error output. */
export class Stop extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "Stop";
  }
}
