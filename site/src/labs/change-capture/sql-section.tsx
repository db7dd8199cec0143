import { useState } from "react";
import type { CaptureState } from "../../../../engine/labs/change-capture/evolve.ts";
import { captureLimits } from "../../../../engine/labs/change-capture/limits.ts";
import {
  capturedTables,
  paymentShapes,
  replicaIdentities,
  type ShapeId,
  shapeIds,
  shapes,
} from "../../../../engine/labs/change-capture/shapes.ts";
import { captureWords as words } from "../../../../language/english/capture-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { CaptureStore } from "./capture-store.ts";

/** Prepared SQL, one's own SQL, and the replica identity of each table. */
export function SqlSection({ lab, state }: { lab: CaptureStore; state: CaptureState }) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.length > 0);
  const canAct = live && !busy;
  const [sql, setSql] = useState("UPDATE orders SET status = 'SHIPPED' WHERE id = 2");
  const button = (shape: ShapeId) => (
    <li key={shape}>
      <button
        type="button"
        className="action quiet"
        disabled={!canAct}
        onClick={() => void lab.send("RunShape", { shape })}
      >
        {words.shapes[shape]}
      </button>
      <code>{shapes[shape].join("; ")}</code>
    </li>
  );
  const isPayment = (shape: ShapeId) => (paymentShapes as readonly ShapeId[]).includes(shape);
  const failed = state.runs.at(-1)?.statements.find(({ failure }) => failure !== null);
  return (
    <section aria-labelledby="capture-sql">
      <h2 id="capture-sql">{words.act}</h2>
      <h3>{words.payment}</h3>
      <ul className="capture-shapes">{paymentShapes.map(button)}</ul>
      <h3>{words.others}</h3>
      <ul className="capture-shapes">{shapeIds.filter((shape) => !isPayment(shape)).map(button)}</ul>
      <form
        className="lab-form"
        onSubmit={(event) => {
          event.preventDefault();
          void lab.send("RunSql", { sql });
        }}
      >
        <label className="capture-own">
          {words.ownSql}
          <textarea
            value={sql}
            rows={2}
            readOnly={!live}
            maxLength={captureLimits.sqlCharacters}
            required
            spellCheck={false}
            onChange={(event) => setSql(event.currentTarget.value)}
          />
        </label>
        <button type="submit" className="action quiet" disabled={!canAct}>
          {words.runSql}
        </button>
      </form>
      {failed && (
        <p role="alert" className="lab-notice bad">
          {failed.failure?.message}
        </p>
      )}
      <div className="lab-form">
        {capturedTables.map((table) => (
          <label key={table}>
            {words.identity(table)}
            <select
              value={state.identities[table] ?? ""}
              disabled={!canAct}
              onChange={(event) =>
                void lab.send("SetReplicaIdentity", { table, identity: event.currentTarget.value })
              }
            >
              {!replicaIdentities.some((each) => each === state.identities[table]) && (
                <option value="">{state.identities[table] ?? "…"}</option>
              )}
              {replicaIdentities.map((identity) => (
                <option key={identity} value={identity}>
                  {words.identities[identity]}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <p className="lab-soft">{words.identitySays}</p>
    </section>
  );
}
