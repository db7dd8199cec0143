// Keeps every answer with its time as a list of entries, and looks only at the third last that was let through.
type Request = { id: string; at: string; answer: "let through" | "refused" };
type Gate = { requests: Request[]; answers: Record<string, Request["answer"]> };

export const initialState = (): Gate => ({ requests: [], answers: {} });

export const evolve = ({ requests, answers }: Gate, event: GateEvent): Gate =>
  event.type === "RequestReceived"
    ? answered([...requests, requestOf(requests, event)])
    : { requests, answers };

function requestOf(requests: Request[], { metadata: { id, occurredAt: at } }: GateEvent): Request {
  const third = requests.filter(({ answer }) => answer === "let through").at(-3);
  const room = third === undefined || Date.parse(third.at) + 60_000 <= Date.parse(at);
  return { id, at, answer: room ? "let through" : "refused" };
}

function answered(requests: Request[]): Gate {
  const byId = new Map(requests.map(({ id, answer }) => [id, answer]));
  return { requests, answers: Object.fromEntries(byId) };
}
