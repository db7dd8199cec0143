import type { Isolation } from "../../../../engine/labs/database/events.ts";
import { nextStep, type SessionState, type StatementState } from "../../../../engine/labs/database/evolve.ts";
import type { SessionName } from "../../../../engine/labs/database/interleavings.ts";
import { databaseLabWords as words } from "../../../../language/english/database-lab.ts";
import { inPageLanguage } from "../../language/engine-sentences.ts";

interface SessionColumnProps {
  name: SessionName;
  isolation: Isolation;
  session: SessionState;
  live: boolean;
  busy: boolean;
  send(type: string, data: object): Promise<boolean>;
}

/** One session: its statements with their answers, its transaction, and the button for its next statement. */
export function SessionColumn({ name, isolation, session, live, busy, send }: SessionColumnProps) {
  const waits = session.statements.some(({ state }) => state === "waits" || state === "sent");
  const canRun = nextStep(session) !== null;
  return (
    <section className="database-session" aria-label={words.session(name)}>
      <h3>{words.session(name)}</h3>
      {isolation !== "autocommit" && (
        <code className="database-begin">{words.beginStatement(isolation)}</code>
      )}
      <ol>
        {session.statements.map((statement, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a statement is its place in the script
          <Statement key={step} statement={statement} />
        ))}
      </ol>
      <p className="lab-soft" role="status">
        {session.lost ? inPageLanguage(session.lost).message : words.transactions[session.transaction]}
      </p>
      {live && (
        <div className="database-actions">
          <button
            type="button"
            className="action"
            disabled={busy || !canRun}
            onClick={() => void send("RunStatement", { session: name })}
          >
            {waits ? words.waitsHere(name) : canRun ? words.run(name) : words.done}
          </button>
          {waits && (
            <button
              type="button"
              className="action quiet"
              onClick={() => void send("CancelStatement", { session: name })}
            >
              {words.cancel}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function Statement({ statement }: { statement: StatementState }) {
  const { source, text, state, waitsFor, answer, failure } = statement;
  return (
    <li className={`database-statement ${state}`}>
      <pre>{text ?? source}</pre>
      <p>
        <span className="database-state">{words.states[state]}</span>
        {state === "waits" && ` ${words.waitsFor(waitsFor.join(", "))}`}
        {answer && ` ${answer.tag}`}
        {answer && answer.rows.length > 0 && ` ${rowsAsText(answer)}`}
        {answer?.cut && ` ${inPageLanguage(answer.cut).message}`}
        {failure && ` ${failure.failure.message}`}
      </p>
      {failure && (
        <p className="database-meaning">
          {failure.stopped
            ? inPageLanguage(failure.stopped).message
            : (words.meanings[failure.failure.code] ?? failure.failure.hint)}
        </p>
      )}
    </li>
  );
}

/** A few rows in a line: `qty = 1`. */
function rowsAsText({ columns, rows }: { columns: string[]; rows: (string | null)[][] }): string {
  const shown = rows
    .slice(0, 3)
    .map((row) => row.map((value, index) => `${columns[index]} = ${value ?? words.sqlNull}`).join(", "));
  return rows.length > 3 ? `${shown.join("; ")}; …` : shown.join("; ");
}
