// Declarative: asks for each key whether some record is in another partition than its first one.
export function detectSplitKeys(events: MonitorEvent[]): string[] {
  const seen = events.flatMap((event) => (event.type === "RecordSeen" ? [event.data] : []));
  const keys = [...new Set(seen.flatMap(({ key }) => key ?? []))];
  return keys.filter((name) => {
    const own = seen.filter(({ key }) => key === name);
    return own.some(({ partition }) => partition !== own[0].partition);
  });
}
