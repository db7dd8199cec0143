import type { NewEvent } from "../../engine/fold/event.ts";
import type { Json } from "../../engine/fold/json.ts";
import type { EventAt } from "./every-log.ts";

/** A wrong answer: the solution of an exercise with a part of it replaced. */
export interface Mistake {
  exercise: string;
  name: string;
  part: string;
  by: string;
  /** Of how many records the smallest log that shows it is. */
  least: number;
}

const takenBack = "return { lines: takeOut(cart.lines, addition.sku, addition.qty), additions };";
const booked = "effects: { ...effects, [id]: { account, cents } },";
const parked = "inside: { ...inside, [plate]: level }";

/** Ten mistakes that need some records to show, in three exercises. */
export const tenMistakes: Mistake[] = [
  {
    exercise: "cart-read-only",
    name: "a line holds five at most",
    part: "(cart.lines[sku] ?? 0) + qty",
    by: "Math.min(5, (cart.lines[sku] ?? 0) + qty)",
    least: 2,
  },
  {
    exercise: "cart-read-only",
    name: "a correction takes out the whole line",
    part: takenBack,
    by: "return { lines: takeOut(cart.lines, addition.sku, cart.lines[addition.sku]), additions };",
    least: 3,
  },
  {
    exercise: "cart-read-only",
    name: "an emptied line is remembered, and nothing is added to it",
    part: "return held === qty ? others : { ...lines, [sku]: held - qty };",
    by: "return held === qty ? Object.defineProperty(others, sku, { value: -qty }) : { ...lines, [sku]: held - qty };",
    least: 3,
  },
  {
    exercise: "cart-read-only",
    name: "the last two additions are remembered and no more",
    part: "additions: { ...cart.additions, [event.metadata.id]: { sku, qty } },",
    by: "additions: Object.fromEntries([...Object.entries(cart.additions).slice(-1), [event.metadata.id, { sku, qty }]]),",
    least: 4,
  },
  {
    exercise: "bank-ledger",
    name: "no reversal takes an account below zero",
    part: "return book({ ...ledger, effects }, id, undone.account, -undone.cents);",
    by: "return (ledger.balances[undone.account] ?? 0) < undone.cents ? ledger : book({ ...ledger, effects }, id, undone.account, -undone.cents);",
    least: 3,
  },
  {
    exercise: "bank-ledger",
    name: "the same amount on the same account is the same transaction",
    part: booked,
    by: "effects: Object.fromEntries([...Object.entries(effects).filter(([, e]) => e.account !== account || e.cents !== cents), [id, { account, cents }]]),",
    least: 3,
  },
  {
    exercise: "bank-ledger",
    name: "three transactions are remembered and no more",
    part: booked,
    by: "effects: Object.fromEntries([...Object.entries(effects).slice(-2), [id, { account, cents }]]),",
    least: 5,
  },
  {
    exercise: "parking-garage",
    name: "two cars are remembered and no more",
    part: parked,
    by: "inside: Object.fromEntries([...Object.entries(inside).slice(-1), [plate, level]])",
    least: 4,
  },
  {
    exercise: "parking-garage",
    name: "a paid ticket frees a place of the first level that is taken",
    part: "    default:\n      return garage;",
    by: '    default:\n      return (event as { type: string }).type === "TicketPaid" ? leave(garage, Object.keys(garage.inside)[0]) : garage;',
    least: 3,
  },
  {
    exercise: "parking-garage",
    name: "a car that comes back to the level where it was is not counted",
    part: "return enter(leave(garage, plate), plate, level);",
    by: "return garage.inside[plate] === level ? { ...garage, free: { ...garage.free, [level]: garage.free[level] - 1 } } : enter(leave(garage, plate), plate, level);",
    least: 3,
  },
];

/** The source of a mistake. Throws where the solution does not have the part. */
export function sourceOf({ name, part, by }: Mistake, solution: string): string {
  if (!solution.includes(part)) throw new Error(`"${name}" replaces what the solution does not say: ${part}`);
  return solution.replace(part, by);
}

const named =
  (id: (place: number) => string) =>
  (type: string, data: Json): EventAt =>
  (place) =>
    ({
      type,
      data,
      metadata: { id: id(place), occurredAt: new Date(Date.UTC(2026, 2, 2, 9, place)).toISOString() },
    }) satisfies NewEvent;

const ofCart = named((place) => `e${place}`);
const ofBank = named((place) => `tx-${101 + place}`);
const ofGarage = named((place) => `cs-${101 + place}`);
const plates = ["RX-418-B", "74-KLP-2", "H-902-ZT"];

/** Every event that happens in a search over all logs of an exercise. */
export const alphabets: Record<string, EventAt[]> = {
  "cart-read-only": [
    ...["hat", "socks"].flatMap((sku) => [1, 2, 4].map((qty) => ofCart("ItemAdded", { sku, qty }))),
    ...["hat", "socks"].flatMap((sku) => [1, 2, 4].map((qty) => ofCart("ItemRemoved", { sku, qty }))),
    ...["e0", "e1", "e2", "x0"].map((revertsId) => ofCart("AdditionReverted", { revertsId, reason: "" })),
    ofCart("CheckedOut", {}),
  ],
  "bank-ledger": [
    ...["MoneyDeposited", "MoneyWithdrawn"].flatMap((type) =>
      ["acc-3107", "acc-2240"].flatMap((account) =>
        [995, 2000].map((cents) => ofBank(type, { account, cents })),
      ),
    ),
    ...["tx-101", "tx-102", "tx-103", "tx-17"].map((reversesId) =>
      ofBank("TransactionReversed", { reversesId, reason: "" }),
    ),
    ofBank("AccountOpened", { account: "acc-3107", owner: "" }),
  ],
  "parking-garage": [
    ofGarage("GarageOpened", { places: { P1: 1, P2: 3 } }),
    ...["CarEntered", "CarLeft"].flatMap((type) =>
      plates.flatMap((plate) => ["P1", "P2"].map((level) => ofGarage(type, { plate, level }))),
    ),
    ofGarage("TicketPaid", { plate: "RX-418-B", level: "P1" }),
  ],
};
