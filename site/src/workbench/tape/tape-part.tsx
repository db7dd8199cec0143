import { useState } from "react";
import { LogLane } from "../../../../figures/lane/lane.tsx";
import { useBenchParts } from "../bench-parts.ts";
import { lanesOf, stepOfCard } from "./cards.ts";
import { beginnings } from "./narration.ts";
import { RecordLine } from "./record-line.tsx";

/** The records in fold order, and the one under the pointer or the cursor in full. */
export function TapePart() {
  const { exercise, bench, currentCard } = useBenchParts();
  const { cards, state } = bench;
  const [pointed, setPointed] = useState<number | null>(null);
  const lanes = lanesOf(cards);
  return (
    <>
      <LogLane
        label={state.tape.kind === "lesson" ? `Records of ${exercise.topic}` : state.tape.title}
        lanes={lanes}
        cards={cards}
        current={currentCard}
        beginning={beginnings[exercise.entry.kind]}
        onPick={(index) => bench.go(stepOfCard(cards, index, currentCard))}
        onPoint={setPointed}
      />
      {lanes.length > 1 && exercise.scope === "all" && (
        <p className="wb-label">
          Several partitions, by timestamp. This order is ours: Kafka keeps one within each partition.
        </p>
      )}
      <RecordLine card={cards[pointed ?? currentCard] ?? null} />
    </>
  );
}
