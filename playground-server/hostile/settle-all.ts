/** All of it side by side. Where one fails, the others are waited for, so that nothing goes on into the next case. */
export async function settleAll<T>(works: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
