/** The account of the lesson, as its two banks recorded it. Offsets are places in a list, money is in cents. */
export type AccountEvent =
  | { type: "AccountOpened"; data: { owner: string } }
  | { type: "MoneyDeposited" | "MoneyWithdrawn"; data: { cents: number } }
  | { type: "InterestAccrued"; data: { days: number; basisPoints: number } }
  | { type: "InterestPosted"; data: { days: number; basisPoints: number; cents: number } }
  | { type: "InterestCorrected"; data: { postingId: string; cents: number } };

/** What a bank stores about interest: that it is due, or how much it paid. */
export type BankLog = "due" | "paid";

const month = { days: 30, basisPoints: 365 };
const opened: AccountEvent = { type: "AccountOpened", data: { owner: "Ravi Menon" } };
const deposited: AccountEvent = { type: "MoneyDeposited", data: { cents: 10_000 } };
const withdrawn: AccountEvent = { type: "MoneyWithdrawn", data: { cents: 2_500 } };
const accrued: AccountEvent = { type: "InterestAccrued", data: month };
const posted = (cents: number): AccountEvent => ({ type: "InterestPosted", data: { ...month, cents } });

export const logs: Record<BankLog, AccountEvent[]> = {
  due: [opened, deposited, accrued, withdrawn, accrued],
  paid: [opened, deposited, posted(304), withdrawn, posted(237)],
};

/** The corrections for the two postings; the bank with the other log would name its two records. */
export const corrections: AccountEvent[] = [
  { type: "InterestCorrected", data: { postingId: "p2", cents: -274 } },
  { type: "InterestCorrected", data: { postingId: "p4", cents: -214 } },
];

/** Which code computes interest that is due: with the mistake, or repaired. */
export type Code = "faulty" | "repaired";

/** The balance after each event, in cents. */
export function balances(events: AccountEvent[], code: Code): number[] {
  let balance = 0;
  return events.map((event) => {
    balance += moveOf(event, balance, code);
    return balance;
  });
}

function moveOf({ type, data }: AccountEvent, balance: number, code: Code): number {
  if (type === "AccountOpened") return 0;
  if (type === "InterestAccrued") {
    const forOneYear = (balance * data.basisPoints) / 10_000;
    return code === "repaired"
      ? Math.round((forOneYear * data.days) / 365)
      : Math.floor((forOneYear * data.days) / 36);
  }
  return type === "MoneyWithdrawn" ? -data.cents : data.cents;
}

/** What the account should hold after each of its five records. */
export const rightBalances = balances(logs.due, "repaired");
