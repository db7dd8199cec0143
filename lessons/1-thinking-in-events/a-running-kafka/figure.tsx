import { useEffect, useId, useRef, useState } from "react";
import { type CleanUp, defaultCleanUp } from "../../../engine/labs/retention-and-compaction/log-over-days.ts";
import { GuessResult } from "../../../figures/guess/guess-result.tsx";
import { describeLog, explainLog } from "./describe-log.ts";
import { LogOfDays } from "./log-of-days.tsx";
import { PartitionChoice } from "./partition-choice.tsx";
import { RecordsPlot } from "./records-plot.tsx";
import { dateOf, lastDay } from "./stock.ts";
import "./figure.css";

const guesses = ["the last 7 records", "the last 8 records", "all 11 records"];
export const rightGuess = 2;
const asked = 10;

/** Three settings of a topic, and a clock: what is left of a log, and what its fold then says. */
export default function SettingsOverDays() {
  const [today, setToday] = useState(5);
  const [cleanUp, setCleanUp] = useState<CleanUp>(defaultCleanUp);
  const [guess, setGuess] = useState<number | null>(null);
  const id = useId();
  const go = (day: number) => setToday(Math.min(Math.max(day, 0), lastDay));
  const answer = (choice: number) => {
    setGuess(choice);
    setCleanUp(defaultCleanUp);
    setToday(asked);
  };
  return (
    <div className="days-figure">
      {guess === null ? (
        <fieldset className="days-guess">
          <legend>
            Guess: the topic has Kafka’s defaults, so <code>retention.ms</code> is seven days. It is day{" "}
            {asked}, and 11 records were appended. Which of them does a new reader get?
          </legend>
          {guesses.map((text, choice) => (
            <button key={text} type="button" onClick={() => answer(choice)}>
              {text}
            </button>
          ))}
        </fieldset>
      ) : (
        <Answer guess={guess} />
      )}
      <div className="days-knobs">
        <label>
          <code>cleanup.policy</code>
          <select
            value={cleanUp.policy}
            onChange={({ target }) => setCleanUp({ ...cleanUp, policy: target.value as CleanUp["policy"] })}
          >
            <option value="delete">delete (default)</option>
            <option value="compact">compact</option>
          </select>
        </label>
        <label>
          <code>retention.ms</code>
          <select
            value={cleanUp.retentionDays}
            disabled={cleanUp.policy === "compact"}
            onChange={({ target }) => setCleanUp({ ...cleanUp, retentionDays: Number(target.value) })}
          >
            <option value={1}>86400000 (1 day)</option>
            <option value={7}>604800000 (7 days, default)</option>
            <option value={-1}>-1 (no limit)</option>
          </select>
        </label>
      </div>
      <div className="days-clock">
        <button type="button" onClick={() => go(today - 1)} aria-disabled={today === 0}>
          ← Day
        </button>
        <input
          id={id}
          type="range"
          min={0}
          max={lastDay}
          value={today}
          aria-label="Day"
          aria-valuetext={`day ${today}, ${dateOf(today)}`}
          onChange={({ target }) => go(Number(target.value))}
        />
        <button type="button" className="lit" onClick={() => go(today + 1)} aria-disabled={today === lastDay}>
          Day →
        </button>
        <output htmlFor={id}>
          Day {today}, {dateOf(today)}
        </output>
      </div>
      <p className="days-says" role="status">
        <strong>{describeLog(today, cleanUp)}</strong> {explainLog(today, cleanUp)}
      </p>
      <RecordsPlot today={today} cleanUp={cleanUp} />
      <LogOfDays today={today} cleanUp={cleanUp} />
      <PartitionChoice />
    </div>
  );
}

/** Whether the guess was right, and why. */
export function Answer({ guess }: { guess: number }) {
  const answer = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: the keyboard goes on from the answer to the guess.
  useEffect(() => answer.current?.focus({ preventScroll: true }), []);
  const right = guess === rightGuess;
  return (
    <p className="days-answer" ref={answer} tabIndex={-1}>
      <GuessResult right={right} text={right ? "Correct." : "Not quite."} /> On day 10 all 11 records are
      there, although the first ones are older than seven days. Kafka deletes whole segments, and a segment
      stays as long as its newest record is not too old. Move on to day 14: eight records vanish at once.
    </p>
  );
}
