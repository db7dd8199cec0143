// Opens a window at the first request and a new one when it is over.
type Answer = "let through" | "refused";
type Gate = {
  answers: Record<string, Answer>;
  recent: number[]; // times of the requests that were let through and may still be in the window
};

const most = 3;
const windowLength = 60_000;

export function initialState(): Gate {
  return { answers: {}, recent: [] };
}

export function evolve(gate: Gate, event: GateEvent): Gate {
  if (event.type !== "RequestReceived") return gate;
  const { id, occurredAt } = event.metadata;
  const now = Date.parse(occurredAt);
  const [opened = now] = gate.recent;
  const recent = now - opened < windowLength ? gate.recent : [];
  return recent.length < most
    ? { answers: { ...gate.answers, [id]: "let through" }, recent: [...recent, now] }
    : { answers: { ...gate.answers, [id]: "refused" }, recent };
}
