type Correction = { type: "InterestCorrected"; data: { postingId: string; cents: number } };

// Which corrections should the bank append to this log?
export function corrections(events: AccountEvent[]): Correction[] {
  // starter: // A posting is an event of type InterestPosted; its id is event.metadata.id.
  // starter: // Go through the events, and keep the balance that the account should have.
  // starter: return [];
  const corrected = events.flatMap((event) =>
    event.type === "InterestCorrected" ? [event.data.postingId] : [],
  );
  const found: Correction[] = [];
  let balance = 0; // what the account should hold
  for (const event of events) {
    if (event.type === "MoneyDeposited") balance += event.data.cents;
    if (event.type === "MoneyWithdrawn") balance -= event.data.cents;
    if (event.type === "InterestPosted") {
      const right = interestOf(balance, event.data.days, event.data.basisPoints);
      balance += right;
      const postingId = event.metadata.id;
      const cents = right - event.data.cents;
      if (cents !== 0 && !corrected.includes(postingId))
        found.push({ type: "InterestCorrected", data: { postingId, cents } });
    }
  }
  return found;
  // end starter
}

// Given: the repaired calculation. The interest on a balance, in whole cents.
function interestOf(balance: number, days: number, basisPoints: number): number {
  return Math.round((balance * days * basisPoints) / (365 * 10_000));
}
