import type { SealedEvent } from "../../../exercises/sealed-ledger/domain.ts";
import { GuessSign } from "../../../figures/guess/guess-result.tsx";
import { cashBook, changed, judge } from "./cash-book.ts";
import { sentenceOf } from "./words.ts";

/** The records of the cash book with their seals. What does not fit is marked, and says what it does not fit. */
export function ChainOfRecords({ book }: { book: SealedEvent[] }) {
  const verdicts = judge(book);
  return (
    <ol className="cash-records" aria-label="Records of the cash book">
      {cashBook.map(({ metadata }, offset) => {
        const record = book[offset];
        if (!record)
          return (
            <li key={metadata?.id} className="gone">
              <span className="offset">{offset}</span> no record any more
            </li>
          );
        const { isLinked = true, isSealed = true } = verdicts[offset] ?? {};
        const isNew = record.data.seal !== cashBook[offset]?.data.seal;
        const isChanged = offset === changed.offset && record.data.amountCents === changed.amountCents;
        return (
          <li key={metadata?.id} className={isLinked && isSealed ? undefined : "broken"}>
            <span className="offset">{offset}</span>{" "}
            <span className={isChanged ? "says changed" : "says"}>{sentenceOf(record)}</span>
            <GuessSign right={isLinked && isSealed} />
            <span className="seals">
              <span className={isLinked ? undefined : "wrong"}>previous {String(record.data.previous)}</span>{" "}
              <span className={isSealed ? undefined : "wrong"}>
                seal {String(record.data.seal)}
                {isNew && <span className="new"> new</span>}
              </span>
            </span>
            {!isLinked && <span className="why">Not the seal of offset {offset - 1}.</span>}
            {!isSealed && <span className="why">This seal does not belong to these fields.</span>}
          </li>
        );
      })}
    </ol>
  );
}
