import type { InterleavingsState } from "../../../../engine/labs/database/evolve.ts";
import { type Invariant, noUpdateIsLost } from "../../../../engine/labs/database/grade-scripts.ts";
import type { SessionName } from "../../../../engine/labs/database/interleavings.ts";
import { groupOutcomes, type Outcome, type OutcomeGroup } from "../../../../engine/labs/database/outcomes.ts";
import { cartLine, cartSetup } from "../../../../engine/labs/database/scripts.ts";
import { databaseLabWords as words } from "../../../../language/english/database-lab.ts";
import { Tables } from "./stage-tables.tsx";

interface OutcomesTableProps {
  state: InterleavingsState;
  canOpen: boolean;
  onOpen(order: SessionName[]): void;
  /** Null where it cannot be stopped: in a recording. */
  onCancel: (() => void) | null;
}

const holds = noUpdateIsLost(cartLine, cartLine.first, { A: 1, B: 1 });

/** What all interleavings led to: one line for each final state, with the orders that lead there. */
export function OutcomesTable({ state, canOpen, onOpen, onCancel }: OutcomesTableProps) {
  const { total, outcomes, ended, isolation, setup } = state;
  const invariant = setup === cartSetup ? holds : null;
  return (
    <section className="database-outcomes" aria-labelledby="database-outcomes">
      <h2 id="database-outcomes">{words.outcomes}</h2>
      <p>{words.outcomesSay(total, words.isolations[isolation].toLowerCase())}</p>
      {ended === null && (
        <div className="database-actions">
          <progress max={total} value={outcomes.length} aria-label={words.outcomes} />
          <span>{words.progress(outcomes.length, total)}</span>
          {onCancel && (
            <button type="button" className="action quiet" onClick={onCancel}>
              {words.cancelOrders}
            </button>
          )}
        </div>
      )}
      {ended !== null && ended !== "done" && <p>{words.stopped(outcomes.length, total)}</p>}
      {ended === "done" && invariant && <Verdict outcomes={outcomes} holds={invariant} />}
      {outcomes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
        <div className="database-scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {[words.howMany, words.finalRow, words.toldA, words.toldB].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
                {invariant && <th scope="col">{words.verdict}</th>}
              </tr>
            </thead>
            {groupOutcomes(outcomes).map((group) => (
              <Group
                key={JSON.stringify([group.tables, group.sessions])}
                group={group}
                invariant={invariant}
                canOpen={canOpen}
                onOpen={onOpen}
              />
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

function Verdict({ outcomes, holds: isRight }: { outcomes: Outcome[]; holds: Invariant }) {
  const broken = outcomes.filter((outcome) => !isRight(outcome)).length;
  return (
    <p role="status" className={broken > 0 ? "database-bad" : "database-good"}>
      {broken > 0 ? words.someLost(broken, outcomes.length) : words.allRight(outcomes.length)}
    </p>
  );
}

interface GroupProps {
  group: OutcomeGroup;
  invariant: Invariant | null;
  canOpen: boolean;
  onOpen(order: SessionName[]): void;
}

function Group({ group, invariant, canOpen, onOpen }: GroupProps) {
  const { tables, sessions, outcomes } = group;
  const right = invariant === null || outcomes.every(invariant);
  const headings = invariant ? 5 : 4;
  return (
    <tbody>
      <tr>
        <td className="database-count">{outcomes.length}</td>
        <td>
          <Tables tables={tables} />
        </td>
        <td>{words.answers[sessions.A]}</td>
        <td>{words.answers[sessions.B]}</td>
        {invariant && (
          <td className={right ? "database-good" : "database-bad"}>{right ? words.right : words.lost}</td>
        )}
      </tr>
      <tr>
        <td colSpan={headings}>
          <ul className="database-orders" aria-label={words.orders}>
            {outcomes.map(({ order }) => (
              <li key={order.join("")}>
                <button
                  type="button"
                  disabled={!canOpen}
                  aria-label={words.openOrder(order.join(" "))}
                  onClick={() => onOpen(order)}
                >
                  {order.join(" ")}
                </button>
              </li>
            ))}
          </ul>
        </td>
      </tr>
    </tbody>
  );
}
