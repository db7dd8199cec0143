type Answer = "let through" | "refused";
type Gate = {
  answers: Record<string, Answer>;
  recent: number[]; // times of the requests that were let through and may still be in the window
};

const most = 3;
// starter: const windowLength = 60_000; // milliseconds
const windowLength = 60_000;
// end starter

export function initialState(): Gate {
  return { answers: {}, recent: [] };
}

export function evolve(gate: Gate, event: GateEvent): Gate {
  if (event.type !== "RequestReceived") return gate;
  const { id, occurredAt } = event.metadata;
  const now = Date.parse(occurredAt);
  // starter: // So far every request is let through. Which requests are in the window now, and is there room for one more?
  // starter: return { ...gate, answers: { ...gate.answers, [id]: "let through" } };
  const recent = gate.recent.filter((time) => now - time < windowLength);
  return recent.length < most
    ? { answers: { ...gate.answers, [id]: "let through" }, recent: [...recent, now] }
    : { answers: { ...gate.answers, [id]: "refused" }, recent };
  // end starter
}
