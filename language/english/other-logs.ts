/** Names of logs other than the exercise's own, above the tape. */
export const otherLogWords = {
  smallestLog: (check: string) => `The smallest log on which your code fails the check “${check}”`,
  ownLog: (topic: string) => `Your log ${topic}`,
  topicLog: (topic: string) => `The log ${topic}`,
};
