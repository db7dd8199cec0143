/** A record that enters `evolve`, and the state that comes out. */
export const conveyorWords = {
  before: "State before",
  record: "Record",
  noRecord: "No record yet",
  /** Before an offset, read out. */
  offset: "offset ",
  after: "State after",
  empty: "empty",
  was: (value: string) => `was ${value}`,
  gone: "gone",
};
