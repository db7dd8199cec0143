/** The types of the lesson's events, in the order of its log. facts.test.ts compares them with the log. */
export const eventTypes = ["TYPES"];
