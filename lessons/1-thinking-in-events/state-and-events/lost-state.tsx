import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { GuessSign } from "../../../figures/guess/guess-result.tsx";
import { type AccountEvent, accountAfter, exampleEvents } from "./account-events.ts";
import { recoveredAddress, type System, systems } from "./three-systems.ts";

const guesses = ["all three", "the audit table and the log", "only the log"] as const;

/** The current state is lost in every system. Which of them gets the right address back? */
export function LostState({ onGuess }: { onGuess(): void }) {
  return (
    <section className="three-lost" aria-labelledby="lose-the-state">
      <h3 id="lose-the-state">Lose the current state</h3>
      <p>
        It is 03:00, and all six events have happened. A disk fails. The customers tables are gone, and the
        third system loses its folded state. There is no backup. What else each system has is still there.
      </p>
      <GuessQuestion
        ask="Which system gets the right address back?"
        options={guesses}
        right={["only the log"]}
        onGuess={onGuess}
      >
        <ul>
          {systems.map((system) => (
            <li key={system}>
              <Recovery system={system} events={exampleEvents} />
            </li>
          ))}
        </ul>
        <p>
          The audit table has no line for 02:16, so it brings back the address of the thief. Above, each
          system now also says what it could recover at the step that you choose.
        </p>
      </GuessQuestion>
    </section>
  );
}

interface RecoveryProps {
  system: System;
  events: AccountEvent[];
}

/** What one system can compute when its current state is lost after these events. */
export function Recovered(props: RecoveryProps) {
  return (
    <p className="three-recovered">
      <strong>State lost now?</strong> <Recovery {...props} />
    </p>
  );
}

function Recovery({ system, events }: RecoveryProps) {
  const address = recoveredAddress(system, events);
  const right = address === (accountAfter(events).current || null);
  const from = system.charAt(0).toUpperCase() + system.slice(1);
  if (address === null)
    return system === "the table" && events.length > 0 ? (
      <>
        <GuessSign right={false} /> {from} was all there was. The address is gone.
      </>
    ) : (
      <>There is no account yet.</>
    );
  return (
    <>
      <GuessSign right={right} /> {from} gives <code>{address}</code>: {right ? "right" : "wrong"}.
    </>
  );
}
