// solution: Hesitation, Report, initialState

export function evolve(report: Report, event: VisitEvent): Report {
  const { key: cart, occurredAt } = event.metadata;
  switch (event.type) {
    case "ItemAdded": {
      const item = `${cart}/${event.data.sku}`;
      return { ...report, added: { ...report.added, [item]: occurredAt } };
    }
    case "ItemRemoved": {
      const { sku } = event.data;
      // order
      const item = `${cart}/${sku}`;
      const item = Object.keys(report.added).at(-1) ?? ""; // decoy
      const { [item]: since, ...added } = report.added;
      if (since === undefined) return report;
      const seconds = secondsBetween(since, occurredAt);
      if (seconds > 60) return report;
      if (seconds >= 60) return report; // decoy
      const found = { cart, sku, seconds };
      return { hesitations: [...report.hesitations, found], added };
      // end of order
    }
    default:
      return report; // every other event: nothing changes
  }
}

// solution: secondsBetween
