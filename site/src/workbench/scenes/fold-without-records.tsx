import { useMemo } from "react";
import { sceneWords } from "../../../../language/english/scenes.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { StatePanel } from "../state/state-panel.tsx";
import { statesAt } from "../two-folds/aligned-folds.ts";
import { describeDivergence } from "../two-folds/describe-divergence.ts";
import { keysOf } from "../two-folds/fold-side.ts";
import { copyOf, removeRecord } from "../what-if/log-copy.ts";
import { recordsOfCards } from "../what-if/records-of-cards.ts";
import { useCopyFolds } from "../what-if/use-copy-folds.ts";
import { useWorkbench } from "../workbench-context.ts";

export interface FoldWithoutRecordsProps {
  /** Offsets of the records that are left out. */
  offsets: number[];
  /** Index of the step of the log that is shown. */
  step: number;
}

/** The state at this step as it is when some records are left out; the values that differ from the log's are marked. */
export function FoldWithoutRecords({ offsets, step }: FoldWithoutRecordsProps) {
  const { exercise, $cards } = useWorkbench();
  const cards = useStore($cards);
  const log = useMemo(() => {
    const { records, of } = recordsOfCards(cards);
    return { records, keys: keysOf(records), isWhole: records.length === of };
  }, [cards]);
  const copy = useMemo(() => {
    const left = log.records.flatMap(({ position }, place) =>
      offsets.includes(position.offset) ? [log.keys[place] as string] : [],
    );
    return left.reduce(removeRecord, copyOf(log.records, log.keys));
  }, [log, offsets]);
  const { aligned, problem } = useCopyFolds(log, copy);
  const cause = sceneWords.without(offsets);
  const named = aligned && { ...aligned, other: { ...aligned.other, name: sceneWords.logWithout(offsets) } };
  const row = aligned ? aligned.rows.findLastIndex(({ steps }) => steps.one <= step) : -1;
  const states = aligned && statesAt(aligned, row);
  return (
    <>
      <h3>{sceneWords.withoutHeading(offsets)}</h3>
      {problem && (
        <p className="wb-verdict bad">
          <InlineCodeText text={problem} />
        </p>
      )}
      {!states && !problem && <p className="wb-soft">{sceneWords.folding}</p>}
      {states && named && (
        <>
          <p className="wb-soft">{sceneWords.withoutMarks(offsets)}</p>
          <StatePanel
            view={exercise.view}
            isCall={false}
            before={states.one}
            after={states.other}
            patch={[]}
            showTree={false}
            isStart={false}
          />
          <p className="wb-soft">
            <InlineCodeText text={describeDivergence(named, cause)} />
          </p>
        </>
      )}
    </>
  );
}
