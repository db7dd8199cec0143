// Imperative: copies the state, then changes the copy; old times are shifted out at the front.
type Gate = { answers: Record<string, string>; letThrough: number[] };

export function initialState(): Gate {
  return { answers: {}, letThrough: [] };
}

export function evolve(before: Gate, event: GateEvent): Gate {
  const gate = { answers: { ...before.answers }, letThrough: [...before.letThrough] };
  if (event.type === "RequestReceived") {
    const now = Date.parse(event.metadata.occurredAt);
    while (gate.letThrough.length > 0 && gate.letThrough[0] <= now - 60_000) gate.letThrough.shift();
    if (gate.letThrough.length >= 3) {
      gate.answers[event.metadata.id] = "refused";
    } else {
      gate.answers[event.metadata.id] = "let through";
      gate.letThrough.push(now);
    }
  }
  return gate;
}
