import { type BankLog, balances, corrections, logs, rightBalances } from "./account-events.ts";

export const repairs = ["patch", "replay", "correct"] as const;
export type Repair = (typeof repairs)[number];

export const repairNames: Record<Repair, string> = {
  patch: "Write 7,553 into the stored balance",
  replay: "Fix the code, fold again",
  correct: "Fix the code, append two corrections, fold again",
};

export const logNames: Record<BankLog, string> = {
  due: "the log says that interest is due",
  paid: "the log says how much was paid",
};

export interface Outcome {
  /** The balance right after the repair, and after the next fold of the same log. */
  now: number;
  later: number;
  /** Cents above the right balance after each record of that next fold. */
  above: number[];
  /** Why it is so. */
  reason: string;
}

const reasons: Record<BankLog, Record<Repair, string>> = {
  due: {
    patch:
      "The stored balance is right until the next fold. The code still divides by 36, so the fold computes 8,041 again.",
    replay: "The records were right all the time. With the repaired code, every fold of them gives 7,553.",
    correct:
      "The fold was right without the corrections. Now it subtracts 274 and 214 cents that the repaired code never added.",
  },
  paid: {
    patch: "The stored balance is right until the next fold, which adds 304 and 237 again.",
    replay:
      "The repaired code has nothing to compute: the records say 304 and 237, and every fold adds them. A replay repairs nothing here.",
    correct:
      "The corrections are records like the others, so every fold subtracts 274 and 214. The log still says what was paid first.",
  },
};

/** What a repair does to the account of a bank. */
export function outcomeOf(log: BankLog, repair: Repair): Outcome {
  const events = repair === "correct" ? [...logs[log], ...corrections] : logs[log];
  const folded = balances(events, repair === "patch" ? "faulty" : "repaired");
  const right = rightBalances.at(-1) as number;
  const later = folded.at(-1) as number;
  return {
    now: repair === "patch" ? right : later,
    later,
    above: folded.map((balance, offset) => balance - (rightBalances[offset] ?? right)),
    reason: reasons[log][repair],
  };
}

/** The repair that gives the right balance, now and later. */
export function rightRepair(log: BankLog): Repair {
  const right = rightBalances.at(-1);
  return repairs.find((repair) => outcomeOf(log, repair).later === right) as Repair;
}
