/** One of the two sessions that work on the same tables. */
export type SessionName = "A" | "B";

export const sessionNames: readonly SessionName[] = ["A", "B"];

export const otherSession = (session: SessionName): SessionName => (session === "A" ? "B" : "A");

/** How many orders two scripts of `a` and `b` statements have: (a + b) over a. */
export function countInterleavings(a: number, b: number): number {
  let count = 1;
  for (let i = 1; i <= a; i++) count = (count * (b + i)) / i;
  return Math.round(count);
}

/** All orders in which `a` statements of A and `b` of B can run; each keeps its own order. A's first comes first. */
export function* interleavings(a: number, b: number): Generator<SessionName[]> {
  if (a === 0 && b === 0) yield [];
  if (a > 0) for (const rest of interleavings(a - 1, b)) yield ["A", ...rest];
  if (b > 0) for (const rest of interleavings(a, b - 1)) yield ["B", ...rest];
}
