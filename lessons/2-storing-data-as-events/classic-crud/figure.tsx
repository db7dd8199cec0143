import { useEffect, useRef, useState } from "react";
import { recordedOrders } from "../../../engine/labs/database/recorded-orders.ts";
import { GuessResult } from "../../../figures/guess/guess-result.tsx";
import { OrdersTable } from "./orders-table.tsx";
import { type DesignId, designIds, losesUpdate, runNext, runOrder, startRace } from "./race.ts";
import { RaceView } from "./race-view.tsx";
import { designNames } from "./race-words.ts";
import "./figure.css";

const guesses = [0, 2, 10, 18];
const lost = recordedOrders["read-then-write"].filter(losesUpdate).length;

/** Two requests that change one row: run their statements in any order, then see every order there is. */
export default function TwoRequestsOneRow() {
  const [race, setRace] = useState(startRace("read-then-write"));
  const [guess, setGuess] = useState<number | null>(null);
  const { design } = race;
  const choose = (id: DesignId) => setRace(startRace(id));
  return (
    <div className="race-figure">
      <fieldset className="race-designs">
        <legend>The scripts</legend>
        {designIds.map((id) => (
          <label key={id}>
            <input type="radio" name="race-design" checked={design === id} onChange={() => choose(id)} />
            {designNames[id]}
          </label>
        ))}
      </fieldset>
      <RaceView
        race={race}
        onRun={(session) => setRace(runNext(race, session))}
        onRestart={() => setRace(startRace(design))}
      />
      {guess === null ? (
        <fieldset className="race-guess">
          <legend>
            Guess: “Read, then write” has three statements in each session, so there are 20 orders. How many
            of them lose a press?
          </legend>
          {guesses.map((number) => (
            <button key={number} type="button" onClick={() => setGuess(number)}>
              {number === 0 ? "None" : number}
            </button>
          ))}
        </fieldset>
      ) : (
        <>
          <Answer guess={guess} />
          <OrdersTable design={design} onOpen={(order) => setRace(runOrder(design, order))} />
        </>
      )}
    </div>
  );
}

/** Whether the guess was right, and why it is so many. */
export function Answer({ guess }: { guess: number }) {
  const answer = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: the keyboard goes on from the answer to the guess.
  useEffect(() => answer.current?.focus({ preventScroll: true }), []);
  const right = guess === lost;
  return (
    <p className="race-answer" ref={answer} tabIndex={-1}>
      <GuessResult right={right} text={right ? "Correct." : "Not quite."} /> With “Read, then write”, {lost}{" "}
      of 20 orders lose a press. Only two are safe: those in which one session ends before the other begins.
      Now choose the other scripts.
    </p>
  );
}
