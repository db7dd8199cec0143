/** What one learner may do in the lab. */
export const projectorsLimits = {
  placedAtOnce: 5,
  /** Of all orders in the topic. */
  orders: 30,
  /** Steps of the projector that the screen keeps. */
  steps: 100,
} as const;
