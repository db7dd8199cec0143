// Keeps the times outside the state, where all keys share them.
type Answer = "let through" | "refused";
type Gate = {
  answers: Record<string, Answer>;
};

// solution: most, windowLength
let recent: number[] = [];

export function initialState(): Gate {
  return { answers: {} };
}

export function evolve(gate: Gate, event: GateEvent): Gate {
  if (event.type !== "RequestReceived") return gate;
  const { id, occurredAt } = event.metadata;
  const now = Date.parse(occurredAt);
  recent = recent.filter((time) => now - time < windowLength);
  if (recent.length === most) return { answers: { ...gate.answers, [id]: "refused" } };
  recent = [...recent, now];
  return { answers: { ...gate.answers, [id]: "let through" } };
}
