import { nextInOrder, type Stage } from "../../../../engine/labs/database/evolve.ts";
import { sessionNames } from "../../../../engine/labs/database/interleavings.ts";
import { databaseLabWords as words } from "../../../../language/english/database-lab.ts";
import { CartLog } from "./cart-log.tsx";
import { LockList } from "./lock-list.tsx";
import { SessionColumn } from "./session-column.tsx";
import { StageTables } from "./stage-tables.tsx";

interface StageViewProps {
  stage: Stage;
  live: boolean;
  busy: boolean;
  send(type: string, data: object): Promise<boolean>;
}

/** The two sessions side by side, and what they do to the table, after each statement. */
export function StageView({ stage, live, busy, send }: StageViewProps) {
  const { order, sessions, setupFailure } = stage;
  const next = nextInOrder(stage);
  return (
    <section className="database-stage" aria-labelledby="database-stage">
      <h2 id="database-stage">{words.stage}</h2>
      {setupFailure && (
        <p className="lab-notice bad" role="alert">
          {words.setupFailed(setupFailure.failure.message)}
        </p>
      )}
      {order && (
        <div className="database-actions">
          <p>{words.ordered(order.join(" "))}</p>
          {live && (
            <button
              type="button"
              className="action"
              disabled={busy || next === null}
              onClick={() => void send("RunStatement", { session: next })}
            >
              {next === null ? words.orderDone : words.next(next)}
            </button>
          )}
        </div>
      )}
      <div className="database-columns">
        {sessionNames.map((session) => (
          <SessionColumn
            key={session}
            name={session}
            isolation={stage.isolation}
            session={sessions[session]}
            live={live}
            busy={busy}
            send={send}
          />
        ))}
      </div>
      <StageTables stage={stage} />
      <div className="database-columns">
        <LockList locks={stage.locks} />
        {stage.cart && <CartLog stage={stage} events={stage.cart} />}
      </div>
    </section>
  );
}
