/** What a learner can do after a module, and the exercise that shows it. */
export interface Ability {
  module: number;
  /** Goes on after "You can now". */
  says: string;
  /** The id of an exercise of a lesson in this module. */
  exercise: string;
}

const listed: [module: number, exercise: string, says: string][] = [
  [1, "taxi-ride", "compute the current state from a list of events"],
  [1, "email-history", "answer questions about the past that the current state cannot answer"],
  [1, "topic-audit", "see in the settings of a topic whether Kafka will keep your events"],
  [2, "cart-set-quantity", "turn what somebody typed into the event that says what happened"],
  [2, "cart-read-only", "correct a mistake without changing a record"],
  [2, "fold-by-key", "find the records of one cart among many, and fold them"],
  [3, "sealed-ledger", "check whether a log was changed, and say what such a check cannot see"],
  [3, "interest-corrections", "repair a wrong amount with a new fold or with a correction, and know which"],
  [3, "hesitations", "find in a log what people did between two states"],
];

export const abilities: Ability[] = listed.map(([module, exercise, says]) => ({ module, exercise, says }));

/** The abilities of a module whose exercise exists. The others are shown once theirs does. */
export function abilitiesOf(module: number, exercises: string[], all = abilities): Ability[] {
  return all.filter((ability) => ability.module === module && exercises.includes(ability.exercise));
}
