import { useId, useState } from "react";
import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { cashBook, changed, type Forgery, forge, notedSeal, nothing } from "./cash-book.ts";
import { ChainOfRecords } from "./chain-of-records.tsx";
import { chainSays, notedSealSays, questions } from "./words.ts";
import "./figure.css";
import "./scenes.css";

const sealable = cashBook.length - changed.offset;

/** A cash book that somebody changes step by step. The reader says where the chain breaks, then sees it. */
export default function WhatTheChainFinds() {
  const [forgery, setForgery] = useState<Forgery>(nothing);
  const [answered, setAnswered] = useState(0);
  const book = forge(forgery);
  const noted = String(book.at(-1)?.data.seal) === notedSeal;
  return (
    <div className="cash-chain">
      {questions.slice(0, answered + 1).map(({ forgery: next, right, ...question }, at) => (
        <GuessQuestion
          key={question.ask}
          {...question}
          right={[right]}
          onGuess={() => {
            setForgery(next);
            setAnswered(at + 1);
          }}
        />
      ))}
      {answered === questions.length && <TryYourself forgery={forgery} onChange={setForgery} />}
      <div role="status">
        <dl>
          <div>
            <dt>The chain</dt>
            <dd>{chainSays(book)}</dd>
          </div>
          <div className={noted ? undefined : "differs"}>
            <dt>The seal in Nadia’s e-mail</dt>
            <dd>{notedSealSays(book)}</dd>
          </div>
        </dl>
      </div>
      <ChainOfRecords book={book} />
    </div>
  );
}

/** The same three changes in any combination. */
function TryYourself({ forgery, onChange }: { forgery: Forgery; onChange(forgery: Forgery): void }) {
  const id = useId();
  const { changesAmount, sealsAgain, cutsEnd } = forgery;
  return (
    <fieldset className="cash-try">
      <legend>Now try it yourself</legend>
      <label>
        <input
          type="checkbox"
          checked={changesAmount}
          onChange={({ target }) => onChange({ ...forgery, changesAmount: target.checked })}
        />{" "}
        280.00 instead of 80.00 at offset {changed.offset}
      </label>
      <label>
        <input
          type="checkbox"
          checked={cutsEnd}
          onChange={({ target }) => onChange({ ...forgery, cutsEnd: target.checked })}
        />{" "}
        without the last record
      </label>
      <label htmlFor={id}>Records sealed again, from offset {changed.offset} on</label>
      <input
        id={id}
        type="range"
        min={0}
        max={sealable}
        value={sealsAgain}
        onChange={({ target }) => onChange({ ...forgery, sealsAgain: Number(target.value) })}
      />
      <output htmlFor={id}>{sealsAgain}</output>
    </fieldset>
  );
}
