import { useState } from "react";
import { AppendOnlyLog } from "../../../figures/log-and-table/append-only-log.tsx";
import { OverwrittenTable } from "../../../figures/log-and-table/overwritten-table.tsx";
import { type AccountEvent, accountAfter, exampleEvents } from "./account-events.ts";

import { LostState, Recovered } from "./lost-state.tsx";
import { StepsTable } from "./steps-table.tsx";
import {
  auditColumns,
  auditTable,
  customerColumns,
  customersTable,
  logLines,
  narration,
} from "./three-systems.ts";
import { WhoCanTell } from "./who-can-tell.tsx";
import "./figure.css";

const last = exampleEvents.length - 1;

/** One account in three systems: a table, a table with an audit table, a log. Then each of them loses its current state. */
export default function ThreeSystems() {
  const [offset, setOffset] = useState(3);
  const [lost, setLost] = useState(false);
  const events = exampleEvents.slice(0, offset + 1);
  const go = (to: number) => setOffset(Math.min(Math.max(to, -1), last));
  return (
    <div className="three-systems">
      <div className="three-transport">
        <button type="button" onClick={() => go(offset - 1)} aria-disabled={offset === -1}>
          ← Back
        </button>
        <input
          type="range"
          min={-1}
          max={last}
          value={offset}
          onChange={({ target }) => go(Number(target.value))}
          aria-label="How much has happened to the account"
          aria-valuetext={offset < 0 ? "before offset 0" : `offset ${offset}`}
        />
        <button type="button" onClick={() => go(offset + 1)} aria-disabled={offset === last}>
          Step →
        </button>
        <p className="three-narration" aria-live="polite">
          {narration(events)}
        </p>
      </div>
      <div className="three-columns">
        <System title="A table">
          <Customers events={events} />
          {lost && <Recovered system="the table" events={events} />}
        </System>
        <System title="A table and an audit table">
          <Customers events={events} />
          <OverwrittenTable caption="email_audit" columns={auditColumns} rows={auditTable(events)} />
          {lost && <Recovered system="the audit table" events={events} />}
        </System>
        <System title="A log">
          <AppendOnlyLog label="Records of customer-17" records={logLines()} written={offset + 1} />
          <p className="three-state">
            Folded from it: <code>{accountAfter(events).current || "no account"}</code>
          </p>
          {lost && <Recovered system="the log" events={events} />}
        </System>
      </div>
      <StepsTable />
      <LostState
        onGuess={() => {
          setLost(true);
          setOffset(last);
        }}
      />
      <WhoCanTell />
    </div>
  );
}

function System({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Customers({ events }: { events: AccountEvent[] }) {
  return (
    <OverwrittenTable
      caption="customers, where id is customer-17"
      columns={customerColumns}
      rows={customersTable(events)}
    />
  );
}
