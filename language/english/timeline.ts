/** An event on the axis of its time. */
export const timelineWords = {
  event: (time: string, type: string, words: string) => [time, type, words].filter(Boolean).join(", "),
  toCome: (event: string) => `${event}, still to come`,
};
