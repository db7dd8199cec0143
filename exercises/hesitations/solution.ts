type Hesitation = { cart: string; sku: string; seconds: number };
type Report = {
  hesitations: Hesitation[];
  added: Record<string, string>; // the time of the newest addition, by cart and item
};

export function initialState(): Report {
  return { hesitations: [], added: {} };
}

export function evolve(report: Report, event: VisitEvent): Report {
  const { key: cart, occurredAt } = event.metadata;
  switch (event.type) {
    case "ItemAdded": {
      const item = `${cart}/${event.data.sku}`;
      return { ...report, added: { ...report.added, [item]: occurredAt } };
    }
    // starter: // To do: ItemRemoved. Was the item added at most 60 seconds before?
    // starter: // An addition makes one hesitation at most: forget it here.
    case "ItemRemoved": {
      const { sku } = event.data;
      const { [`${cart}/${sku}`]: since, ...added } = report.added;
      if (since === undefined) return report;
      const seconds = secondsBetween(since, occurredAt);
      if (seconds > 60) return report;
      return { hesitations: [...report.hesitations, { cart, sku, seconds }], added };
    }
    // end starter
    default:
      return report; // every other event: nothing changes
  }
}

// Given: from one time to another, such as "2026-03-09T10:00:10Z".
function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
