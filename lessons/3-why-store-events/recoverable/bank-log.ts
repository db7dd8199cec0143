import { createRandom } from "../../../engine/fold/laws/seeded-random.ts";
import { accountRecords, type Wish } from "../../../exercises/interest-repair/logs.ts";
import type { ListedLog } from "../../../figures/fold-rate/fold-list.ts";

export const accounts = 1_000;
const recordsOfAccount = 100;
export const eventCount = accounts * recordsOfAccount;
const seed = 14;

const kinds: Wish["kind"][] = ["deposit", "deposit", "withdraw", "interest", "interest"];
const amounts = [995, 2_500, 10_000, 48_213, 250_000];
const months = [28, 30, 31];

/**
 * The log of a whole bank, from the generator of the exercise: each account's first record, then each one's second, and so
 * on. The same seed gives the same log.
 */
export function bankLog(): ListedLog {
  const random = createRandom(seed);
  const pick = <Item>(items: Item[]) => items[Math.floor(random() * items.length)] as Item;
  const wish = (): Wish => ({
    kind: pick(kinds),
    cents: pick(amounts),
    days: pick(months),
    basisPoints: 365,
  });
  const logs = Array.from({ length: accounts }, (_, n) =>
    accountRecords(Array.from({ length: recordsOfAccount }, wish), `acc-${10_000 + n}`),
  );
  const records = Array.from({ length: recordsOfAccount }, (_, place) =>
    logs.flatMap((log) => log[place] ?? []),
  ).flat();
  return { topic: "bank", records, scope: "by-key" };
}

const codeWith = (interest: string) => `export const initialState = () => ({ balance: 0 });
export function evolve({ balance }, { type, data }) {
  if (type === "MoneyDeposited") return { balance: balance + data.cents };
  if (type === "MoneyWithdrawn") return { balance: balance - data.cents };
  if (type === "InterestAccrued") return { balance: balance + ${interest} };
  return { balance };
}`;

/** The two codes that fold it: JavaScript, as the sandbox takes it. */
export const bankCodes = [
  {
    name: "the faulty code",
    source: codeWith("Math.floor((balance * data.days * data.basisPoints) / (36 * 10_000))"),
  },
  {
    name: "the repaired code",
    source: codeWith("Math.round((balance * data.days * data.basisPoints) / (365 * 10_000))"),
  },
];

type Balances = Record<string, { balance: number }>;

/** In how many accounts two folds differ, and by how many cents the first one is above the second in all. */
export function compareBalances(faulty: Balances, repaired: Balances): { accounts: number; cents: number } {
  const differences = Object.entries(repaired).map(
    ([account, { balance }]) => (faulty[account]?.balance ?? 0) - balance,
  );
  return {
    accounts: differences.filter((cents) => cents !== 0).length,
    cents: differences.reduce((sum, cents) => sum + cents, 0),
  };
}
