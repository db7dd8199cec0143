import { sealOf, textToSeal } from "../../../exercises/sealed-ledger/domain.ts";
import { GuessSign } from "../../../figures/guess/guess-result.tsx";
import type { SceneProps } from "../../../figures/scene-props.ts";
import { changed, judge } from "./cash-book.ts";
import { sentenceOf } from "./words.ts";

type SealedEvents = Parameters<typeof judge>[0];

/** The text of the newest record, the seal that belongs to it, and the seal that the record has. */
function SealOfRecord({ events }: SceneProps) {
  const record = (events as SealedEvents).at(-1);
  if (!record) return <p>No record yet.</p>;
  const text = textToSeal(record.type, record.metadata?.occurredAt ?? "", record.data);
  const belongs = sealOf(text);
  const fits = belongs === record.data.seal;
  return (
    <div className="seal-scene">
      <p>The text of offset {events.length - 1}</p>
      <p className="mono">{text}</p>
      <p>
        Its SHA-256 begins <span className="mono">{belongs}</span>
      </p>
      <p>
        The record’s seal <span className="mono">{String(record.data.seal)}</span> <GuessSign right={fits} />
      </p>
      <p>{fits ? "The seal belongs to the record." : "The seal does not belong to the record."}</p>
    </div>
  );
}

/** The newest record and the one before it, in a log without the changed one: it names a seal that is gone. */
function Gap({ events }: SceneProps) {
  const book = (events as SealedEvents).toSpliced(changed.offset, 1);
  const offsets = events.map((_, offset) => offset).toSpliced(changed.offset, 1);
  const verdicts = judge(book);
  const shown = book.map((record, at) => ({
    record,
    offset: offsets[at],
    isLinked: verdicts[at]?.isLinked ?? true,
  }));
  return (
    <div className="seal-scene">
      <p>The same log without offset {changed.offset}: its last two records</p>
      <ol>
        {shown.slice(-2).map(({ record, offset, isLinked }) => (
          <li key={record.metadata?.id} className={isLinked ? undefined : "broken"}>
            <span className="mono">{offset}</span> {sentenceOf(record)} <GuessSign right={isLinked} />
            <br />
            <span className="mono">previous {String(record.data.previous)}</span>{" "}
            <span className="mono">seal {String(record.data.seal)}</span>
            {!isLinked && <p>No record here has the seal that it names.</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}

export const scenes = { seal: SealOfRecord, gap: Gap };
