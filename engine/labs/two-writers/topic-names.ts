/** The lab's topics, without what the names of all labs begin with. */
export const writersTopics = { bookings: "writers-bookings", commands: "writers-commands" } as const;

/** As their owner types them. */
export const shownTopics = {
  bookings: `mine.lab-${writersTopics.bookings}`,
  commands: `mine.lab-${writersTopics.commands}`,
} as const;

/** Of each of the two topics: a flight has the same partition in both. */
export const writersPartitions = 2;
