import { useId } from "react";
import type { Json } from "../../../engine/fold/json.ts";
import { FoldRate } from "../../../figures/fold-rate/fold-rate.tsx";
import { number } from "../../../language/numbers.ts";
import { accounts, bankCodes, compareBalances, eventCount } from "./bank-log.ts";

const openLogWorker = () => new Worker(new URL("./log-worker.ts", import.meta.url), { type: "module" });

/** The replay of a whole bank, for real: once with each code, and what the repair changed. */
export function ReplayBank() {
  const id = useId();
  return (
    <section className="replay-bank" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Replay a whole bank</h3>
      <p>
        The generator of the exercise makes the log of a bank with {number(accounts)} accounts, always from
        the same seed. The course’s engine folds it here, in your browser, first with the faulty code and then
        with the repaired code.
      </p>
      <FoldRate
        count={eventCount}
        sources={bankCodes}
        openLogWorker={openLogWorker}
        question={`How long does the replay of ${number(eventCount)} events take?`}
        answer={([faulty, repaired]) => <Difference faulty={faulty ?? null} repaired={repaired ?? null} />}
      />
    </section>
  );
}

function Difference({ faulty, repaired }: { faulty: Json; repaired: Json }) {
  const { accounts: wrong, cents } = compareBalances(
    faulty as Record<string, { balance: number }>,
    repaired as Record<string, { balance: number }>,
  );
  return (
    <p>
      The replay changed {number(wrong)} of {number(accounts)} accounts. Together they had shown{" "}
      {number(cents)} cents too much. No record was changed.
    </p>
  );
}
