import { useId, useState } from "react";
import { GuessResult } from "../../../figures/guess/guess-result.tsx";
import {
  type Answers,
  type Design,
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

/** Three systems to guess about, then five sliders that move the needle between a table and event sourcing. */
export function DecisionScale() {
  const id = useId();
  const [system, setSystem] = useState(systems[0] as System);
  const [answers, setAnswers] = useState<Answers>(system.answers);
  const [guesses, setGuesses] = useState<Record<string, Design>>({});
  const guess = guesses[system.name];
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
      <fieldset className="decision-guess">
        <legend>What would you build it with? Guess, and the scale shows its answer.</legend>
        {designs.map((design) => (
          <button
            key={design}
            type="button"
            aria-pressed={guess === design}
            aria-disabled={guess !== undefined}
            onClick={() => setGuesses({ [system.name]: design, ...guesses })}
          >
            {designNames[design]}
          </button>
        ))}
      </fieldset>
      <div aria-live="polite">{guess && <Verdict guess={guess} system={system} answers={answers} />}</div>
      {guess && (
        <>
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
            The weights are this course’s own rule of thumb, not a measurement. Move the sliders until they
            say what you know about a system of yours.
          </p>
        </>
      )}
    </section>
  );
}

interface VerdictProps {
  guess: Design;
  system: System;
  answers: Answers;
}

/** What the scale says, why, and whether the guess about the system was right. */
export function Verdict({ guess, system, answers }: VerdictProps) {
  const right = designAt(needle(system.answers)) === guess;
  return (
    <>
      {answers === system.answers && (
        <GuessResult right={right} text={right ? "Correct." : "The scale says something else."} />
      )}{" "}
      The needle is at {needle(answers)} of 100: {designNames[designAt(needle(answers))]}.{" "}
      {mainReasons(answers).join(" ")}
    </>
  );
}
