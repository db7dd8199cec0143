/**
 * The seed of runs, and of generated logs when a check runs in the browser. The server folds runs under the same seed,
 * so that the two traces are equal; its checks have seeds of their own.
 */
export const bundledSeed = 0;
