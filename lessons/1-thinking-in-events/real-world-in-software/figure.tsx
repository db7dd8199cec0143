import { useRef, useState } from "react";
import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { AppendOnlyLog } from "../../../figures/log-and-table/append-only-log.tsx";
import { OverwrittenTable } from "../../../figures/log-and-table/overwritten-table.tsx";
import { StepSlider } from "../../../figures/step-slider/step-slider.tsx";
import { HallLegend, HallMap } from "./hall-map.tsx";
import { logLines, narration, positionRows } from "./narration.ts";
import { guesses, questions } from "./questions.ts";
import { moves, pathOf, placeAfter } from "./robot-night.ts";
import { StepsTable } from "./steps-table.tsx";
import "./figure.css";

/** One night in two models: a position that is overwritten, and the moves. Four questions go to both. */
export default function OneNightInTwoModels() {
  const [offset, setOffset] = useState(-1);
  const panes = useRef<HTMLDivElement>(null);
  const night = moves.slice(0, offset + 1);
  return (
    <div className="robot-figure">
      <StepSlider
        label="How much of the night has happened"
        count={moves.length}
        offset={offset}
        narration={narration(night)}
        onMove={setOffset}
      />
      <div className="robot-panes" ref={panes}>
        <section aria-labelledby="robot-position">
          <h3 id="robot-position">The position</h3>
          <HallMap label="The hall, from the position" robot={placeAfter(night)} />
          <OverwrittenTable caption="robots" columns={["robot", "x", "y"]} rows={positionRows(night)} />
        </section>
        <section aria-labelledby="robot-moves">
          <h3 id="robot-moves">The moves</h3>
          <HallMap label="The hall, from the moves" robot={placeAfter(night)} path={pathOf(night)} />
          <AppendOnlyLog label="Records of robot-1" records={logLines} written={offset + 1} />
        </section>
      </div>
      <HallLegend />
      <StepsTable />
      <section aria-labelledby="robot-who">
        <h3 id="robot-who">Which of the two can answer, at seven in the morning?</h3>
        <ol className="robot-questions">
          {questions.map(({ ask, right, reason, look, ...answers }) => (
            <li key={ask}>
              <GuessQuestion
                ask={ask}
                options={guesses}
                right={[right]}
                reason={`The position: ${answers.position} The moves: ${answers.moves} ${reason}`}
              >
                {look !== undefined && (
                  <button
                    type="button"
                    className="figure-button"
                    onClick={() => {
                      setOffset(look);
                      panes.current?.scrollIntoView({ block: "nearest" });
                    }}
                  >
                    Look at offset {look}
                  </button>
                )}
              </GuessQuestion>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
