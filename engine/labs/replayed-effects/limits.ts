/** What one learner may do in the lab. */
export const replayedEffectsLimits = {
  placedAtOnce: 5,
  /** Of all orders in the topic. */
  orders: 30,
  /** Steps of the mailer that the screen keeps. */
  steps: 60,
} as const;
