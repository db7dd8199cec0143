import { type SessionName, sessionNames } from "../../../engine/labs/database/interleavings.ts";
import { canRun, isDone, type Race, statementsOf } from "./race.ts";
import { describeLast, people } from "./race-words.ts";

interface RaceViewProps {
  race: Race;
  onRun(session: SessionName): void;
  onRestart(): void;
}

/** The row between two sessions, and a button for each of them. */
export function RaceView({ race, onRun, onRestart }: RaceViewProps) {
  const { committed, written } = race;
  return (
    <>
      <div className="race-sessions">
        {sessionNames.map((name) => (
          <SessionColumn key={name} race={race} name={name} onRun={() => onRun(name)} />
        ))}
      </div>
      <p className="race-says" role="status">
        {describeLast(race)}
      </p>
      <table className="race-row">
        <caption>The row: cart_lines, where sku is tee</caption>
        <thead>
          <tr>
            <th scope="col">sku</th>
            <th scope="col">qty</th>
            <th scope="col">version</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>tee</td>
            <td>
              {committed.qty}
              {written && <span className="race-written"> → {written.qty}, not committed</span>}
            </td>
            <td>{committed.version}</td>
          </tr>
        </tbody>
      </table>
      <button type="button" onClick={onRestart} aria-disabled={race.last.length === 0}>
        Start again
      </button>
    </>
  );
}

function SessionColumn({ race, name, onRun }: { race: Race; name: SessionName; onRun(): void }) {
  const { done, waits } = race.sessions[name];
  const can = canRun(race, name);
  const label = isDone(race, name)
    ? `${people[name]} is done`
    : waits
      ? `${people[name]} waits`
      : `Run ${people[name]}’s next statement`;
  return (
    <section aria-labelledby={`race-${name}`}>
      <h3 id={`race-${name}`}>
        {people[name]}’s request, session {name}
      </h3>
      <ol>
        {statementsOf(race.design).map((statement, step) => {
          const state = step < done ? "done" : step > done ? "later" : waits ? "waits" : "next";
          return (
            <li key={statement} className={state}>
              <code>{statement}</code>
              {state === "done" && <span className="race-state">✓ has run</span>}
              {state === "waits" && <span className="race-state">waits</span>}
            </li>
          );
        })}
      </ol>
      <button type="button" className="lit" onClick={() => can && onRun()} aria-disabled={!can}>
        {label}
      </button>
    </section>
  );
}
