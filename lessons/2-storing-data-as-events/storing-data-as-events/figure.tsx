import { useId, useState } from "react";
import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { AppendOnlyLog } from "../../../figures/log-and-table/append-only-log.tsx";
import { exampleEvents } from "./cart-events.ts";
import { guesses, type Question, questions, scoreOf } from "./questions.ts";
import { type Recording, recordings, recordingWords, recordsOf } from "./recordings.ts";
import { RecordingsTable } from "./recordings-table.tsx";
import "./figure.css";

/** The same saves, written down in three ways, and five questions that come later. */
export default function ThreeRecordings() {
  const [recording, setRecording] = useState<Recording>("whole carts");
  const [marked, setMarked] = useState<number[]>([]);
  const [asked, setAsked] = useState<string[]>([]);
  const name = useId();
  const done = asked.length === questions.length;
  return (
    <div className="recordings">
      <fieldset className="recording-choice">
        <legend>Write the cart down as</legend>
        {recordings.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={one === recording} onChange={() => setRecording(one)} />{" "}
            {one}
          </label>
        ))}
      </fieldset>
      <p aria-live="polite">{recordingWords[recording]}</p>
      <AppendOnlyLog
        label={`The cart, written down as ${recording}`}
        records={recordsOf(recording)}
        written={exampleEvents.length}
        marked={marked}
      />
      <RecordingsTable />
      <section aria-labelledby={`${name}-later`}>
        <h3 id={`${name}-later`}>Five questions, one month later</h3>
        <p>Which of the three logs can answer? Guess, then read the records that say it.</p>
        {questions.map((question) => (
          <GuessQuestion
            key={question.ask}
            ask={question.ask}
            options={guesses}
            right={[question.holds]}
            reason={<Answer question={question} />}
            onGuess={() => {
              setMarked(question.marked);
              setAsked([...asked, question.ask]);
              setRecording(question.answeredBy.at(-1) ?? recording);
            }}
          />
        ))}
        <p className="recording-scores" role="status">
          {done
            ? `Of five questions, ${recordings.map((one) => `${one} answered ${scoreOf(one)}`).join(", ")}. No log answers them all: you choose what to write down before you know the questions.`
            : `${asked.length} of ${questions.length} questions answered.`}
        </p>
      </section>
    </div>
  );
}

/** Who can answer, and the reason. */
function Answer({ question: { holds, reason } }: { question: Question }) {
  return (
    <>
      <strong>{holds.charAt(0).toUpperCase() + holds.slice(1)}.</strong> {reason}
    </>
  );
}
