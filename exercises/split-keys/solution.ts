// Which keys have records in more than one partition?
export function detectSplitKeys(events: MonitorEvent[]): string[] {
  // starter: // To do: each split key once, in any order.
  // starter: return [];
  const home = new Map<string, number>();
  const split = new Set<string>();
  for (const event of events) {
    if (event.type !== "RecordSeen") continue;
    const { key, partition } = event.data;
    if (key === null) continue; // Without a key it is about nothing in particular, and may go anywhere.
    if (!home.has(key)) home.set(key, partition);
    if (home.get(key) !== partition) split.add(key);
  }
  return [...split];
  // end starter
}
