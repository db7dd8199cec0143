import { useMemo, useState } from "react";
import { formatPosition } from "../../../../engine/fold/event.ts";
import { listed } from "../../../../figures/lane/card-source.ts";
import { LogLane } from "../../../../figures/lane/lane.tsx";
import { longLogWords } from "../../../../language/english/long-log.ts";
import { tapeWords } from "../../../../language/english/tape.ts";
import { useBenchParts } from "../bench-parts.ts";
import { onDemand } from "../on-demand.tsx";
import { lanesOf, stepOfCard } from "./cards.ts";
import { ColourChoice } from "./colour-choice.tsx";
import { beginnings } from "./narration.ts";
import { RecordLine } from "./record-line.tsx";

const Overview = onDemand(tapeWords.strip, () =>
  import("../../../../figures/lane/overview.tsx").then(({ Overview }) => Overview),
);

const LongLine = onDemand(longLogWords.part, () =>
  import("../long/long-line.tsx").then((module) => module.LongLine),
);

/** The records in fold order, and the one under the pointer or the cursor in full. */
export function TapePart() {
  const { exercise, bench, currentCard, liking, changeLiking, isOpen, showTab } = useBenchParts();
  const { cards, state, long } = bench;
  const [pointed, setPointed] = useState<number | null>(null);
  const list = useMemo(() => listed(cards, lanesOf(cards)), [cards]);
  const source = long?.source ?? list;
  const happened = long ? null : (cards[currentCard]?.record ?? null);
  return (
    <>
      <LogLane
        label={state.tape.kind === "lesson" ? tapeWords.records(exercise.topic) : state.tape.title}
        source={source}
        current={currentCard}
        colourBy={liking.colourBy}
        beginning={beginnings[exercise.entry.kind]}
        Overview={Overview}
        onPick={(index) => bench.stand(long ? index : stepOfCard(cards, index, currentCard))}
        onPoint={setPointed}
      />
      {source.lanes.length > 1 && exercise.scope === "all" && <p className="wb-label">{tapeWords.several}</p>}
      {long?.oneByOne && <p className="wb-label">{longLogWords.partitions}</p>}
      {(long || state.running?.progress || state.running?.tape.log.kind === "long") && <LongLine />}
      <div className="wb-record-row">
        <RecordLine card={source.card(pointed ?? currentCard)} />
        {isOpen("more") && happened && (
          <button
            type="button"
            className="wb-link"
            onClick={() => showTab("what-if", formatPosition(happened.position))}
          >
            {tapeWords.whatIf}
          </button>
        )}
        {isOpen("code") && (
          <ColourChoice by={liking.colourBy} choose={(colourBy) => changeLiking({ colourBy })} />
        )}
      </div>
    </>
  );
}
