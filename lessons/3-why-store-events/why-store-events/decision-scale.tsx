import { useId, useState } from "react";
import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import {
  type Answers,
  designAt,
  designNames,
  designs,
  highest,
  mainReasons,
  needle,
  type System,
  scaleArguments,
  systems,
} from "./decision.ts";
import { ScalePlot } from "./scale-plot.tsx";

const names = designs.map((design) => designNames[design]);

/** Three systems to guess about, then five sliders that move the needle between a table and event sourcing. */
export function DecisionScale() {
  const id = useId();
  const [system, setSystem] = useState(systems[0] as System);
  const [answers, setAnswers] = useState<Answers>(system.answers);
  const choose = (next: System) => {
    setSystem(next);
    setAnswers(next.answers);
  };
  return (
    <section className="decision" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>A scale for a decision</h3>
      <fieldset className="decision-choice">
        <legend>Choose a system</legend>
        {systems.map((one) => (
          <label key={one.name}>
            <input type="radio" name={`${id}-system`} checked={one === system} onChange={() => choose(one)} />{" "}
            {one.name}
          </label>
        ))}
      </fieldset>
      <GuessQuestion
        key={system.name}
        ask="What would you build it with? Guess, and the scale shows its answer."
        options={names}
        right={[designNames[designAt(needle(system.answers))]]}
      >
        <p>{verdictOf(answers)}</p>
        <ScalePlot answers={answers} />
        <div className="decision-sliders">
          {scaleArguments.map(({ question, ends: [low, high] }, n) => (
            <p key={question}>
              <label htmlFor={`${id}-${n}`}>{question}</label>
              <input
                id={`${id}-${n}`}
                type="range"
                min={0}
                max={highest}
                value={answers[n]}
                onChange={({ target }) => setAnswers(answers.with(n, Number(target.value)))}
                aria-valuetext={`${answers[n]} of ${highest}; 0 is ${low}, ${highest} is ${high}`}
              />
              <span aria-hidden="true" className="decision-ends">
                <span>{low}</span>
                <span>{high}</span>
              </span>
            </p>
          ))}
        </div>
        <p className="decision-note">
          The weights are this course’s own rule of thumb, not a measurement. Move the sliders until they say
          what you know about a system of yours.
        </p>
      </GuessQuestion>
    </section>
  );
}

/** Where the needle is, and the two reasons that move it most. */
export function verdictOf(answers: Answers): string {
  const place = needle(answers);
  return [`The needle is at ${place} of 100: ${designNames[designAt(place)]}.`, ...mainReasons(answers)].join(
    " ",
  );
}
