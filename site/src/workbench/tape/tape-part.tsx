import { useMemo, useState } from "react";
import { formatPosition } from "../../../../engine/fold/event.ts";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { listed } from "../../../../figures/lane/card-source.ts";
import { LogLane } from "../../../../figures/lane/lane.tsx";
import { longLogWords } from "../../../../language/english/long-log.ts";
import { tapeWords } from "../../../../language/english/tape.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import { ColourChoice } from "./colour-choice.tsx";
import { beginnings } from "./narration.ts";
import { RecordLine } from "./record-line.tsx";
import { lanesOf, stepOfCard } from "./tape-cards.ts";

const Overview = onDemand(tapeWords.strip, () =>
  import("../../../../figures/lane/overview.tsx").then(({ Overview }) => Overview),
);

const LongFoldProgress = onDemand(longLogWords.part, () =>
  import("../long/long-fold-progress.tsx").then((module) => module.LongFoldProgress),
);

/** The records in fold order, and the one under the pointer or the cursor in full. */
export function TapePart() {
  const { exercise, tape, navigation, preferences, layout, $cards, $currentCard, ...workbench } =
    useWorkbench();
  const cards = useStore($cards);
  const currentCard = useStore($currentCard);
  const long = useStore(workbench.long.$long);
  const title = useStore(tape.$tape, ({ kind, title }) =>
    kind === "lesson" ? tapeWords.records(exercise.topic) : showHidden(title),
  );
  const isLongRun = useStore(
    tape.$running,
    (running) => running !== null && (running.progress !== null || running.tape.log.kind === "long"),
  );
  const colourBy = useStore(preferences.$value, (value) => value.colourBy);
  const highCards = useStore(preferences.$value, (value) => value.highCards);
  const hasCode = useStore(layout.$hasCode);
  const hasMore = useStore(layout.$hasMore);
  const [pointed, setPointed] = useState<number | null>(null);
  const list = useMemo(() => listed(cards, lanesOf(cards)), [cards]);
  const source = long?.source ?? list;
  const happened = long ? null : (cards[currentCard]?.record ?? null);
  return (
    <>
      <LogLane
        label={title}
        source={source}
        current={currentCard}
        colourBy={colourBy}
        compact={hasCode && !highCards}
        beginning={beginnings[exercise.entry.kind]}
        Overview={Overview}
        onPick={(index) => navigation.stand(long ? index : stepOfCard(cards, index, currentCard))}
        onPoint={setPointed}
      />
      {source.lanes.length > 1 && exercise.scope === "all" && <p className="wb-label">{tapeWords.several}</p>}
      {long?.oneByOne && <p className="wb-label">{longLogWords.partitions}</p>}
      {(long || isLongRun) && <LongFoldProgress />}
      <div className={`wb-record-row${hasCode && !highCards ? " compact" : ""}`}>
        <RecordLine card={source.card(pointed ?? currentCard)} />
        {hasMore && happened && (
          <button
            type="button"
            className="wb-link"
            aria-label={tapeWords.whatIf}
            title={tapeWords.whatIf}
            onClick={() => layout.openTool("what-if", formatPosition(happened.position))}
          >
            {tapeWords.whatIfShort}
          </button>
        )}
        {hasCode && <ColourChoice by={colourBy} choose={(colourBy) => preferences.change({ colourBy })} />}
        {hasCode && (
          <button
            type="button"
            className="wb-key wb-fold"
            aria-expanded={highCards}
            aria-label={tapeWords.highCards}
            title={tapeWords.highCards}
            onClick={() => preferences.change({ highCards: !highCards })}
          />
        )}
      </div>
    </>
  );
}
