/** What the work below takes on a plain machine, in ms. */
const plain = 40;
const rounds = 10;
const value = JSON.stringify(Array.from({ length: 20_000 }, (_, n) => ({ n, text: `number ${n}` })));

/**
 * How many times slower than a plain machine this one is at the web process's own kind of work; never below 1. By the
 * thread's processor time, so that other work on the machine does not count.
 */
export function slownessOfThisMachine(): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = process.threadCpuUsage();
    for (let i = 0; i < rounds; i++) JSON.stringify(JSON.parse(value));
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / 1_000;
  });
  const median = times.toSorted((a, b) => a - b)[2] as number;
  return Math.max(1, median / plain);
}
