/** Runs of neighbouring numbers in a rising list: 4, 7, 8, 9 is 4 to 4 and 7 to 9. */
export function ranges(numbers: number[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
