/** What is said in every lab. What a lab's own system does has sentences in the lab's own file. */
export const labSentences = {
  "service-starting": ({ title }: { title: string }) => `${title} is starting.`,
  "service-not-started": ({ title }: { title: string }) =>
    `${title} could not be started. The operator finds the cause in the server's log.`,
  "service-stopped": ({ title }: { title: string }) => `${title} stopped unexpectedly.`,
  "service-start-again": "Start it again to go on.",
  "lab-idle": ({ minutes }: { minutes: number }) =>
    `The lab was closed after ${minutes === 1 ? "a minute" : `${minutes} minutes`} without a command. What you made in it is kept for now.`,
};
