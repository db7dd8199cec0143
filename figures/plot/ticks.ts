/** Round values from 0 for an axis whose largest value is `most`: at most six of them, the last not below it. */
export function ticks(most: number, whole = true): number[] {
  const rough = Math.max(most, whole ? 1 : 0.001) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = [1, 2, 5, 10].map((step) => step * power).find((step) => step >= rough) ?? rough;
  const step = whole ? Math.max(1, round) : round;
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, n) => n * step);
}
