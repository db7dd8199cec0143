/** The events of Sanjana's account as they are in `course.customers`, and what they come to. Offsets are places in the list. */
export type AccountEvent =
  | EventOf<"Registered", { email: string }>
  | EventOf<"EmailChanged", { email: string }>
  | EventOf<"GiftCardBought", { cents: number }>;

interface EventOf<Type, Data> {
  type: Type;
  data: Data;
  metadata: { id: string; occurredAt: string };
}

export interface Account {
  current: string;
  firstUsed: Record<string, string>;
  changes: number;
}

const at = (id: string, occurredAt: string) => ({ id, occurredAt });
const own = { email: "sanjana@example.com" };

export const exampleEvents: AccountEvent[] = [
  { type: "Registered", data: own, metadata: at("c0", "2024-05-02T08:30:00Z") },
  { type: "EmailChanged", data: { email: "s.rao@example.net" }, metadata: at("c1", "2025-11-18T19:05:12Z") },
  { type: "EmailChanged", data: own, metadata: at("c2", "2026-01-09T07:40:31Z") },
  { type: "EmailChanged", data: { email: "orders@example.org" }, metadata: at("c3", "2026-03-11T02:10:05Z") },
  { type: "GiftCardBought", data: { cents: 20000 }, metadata: at("c4", "2026-03-11T02:13:20Z") },
  { type: "EmailChanged", data: own, metadata: at("c5", "2026-03-11T02:16:48Z") },
];

/** The account after these events. */
export function accountAfter(events: AccountEvent[]): Account {
  const account: Account = { current: "", firstUsed: {}, changes: 0 };
  for (const event of events) {
    if (event.type === "GiftCardBought") continue;
    account.current = event.data.email;
    account.firstUsed[event.data.email] ??= event.metadata.occurredAt;
    if (event.type === "EmailChanged") account.changes += 1;
  }
  return account;
}

/** "2026-03-11 02:16". */
export function minuteOf({ metadata }: AccountEvent): string {
  return metadata.occurredAt.slice(0, 16).replace("T", " ");
}

/** "address: sanjana@example.com", "gift card: 200.00". */
export function describeData(event: AccountEvent): string {
  return event.type === "GiftCardBought"
    ? `gift card: ${(event.data.cents / 100).toFixed(2)}`
    : `address: ${event.data.email}`;
}
