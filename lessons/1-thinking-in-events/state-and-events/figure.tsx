import { useState } from "react";
import { AppendOnlyLog } from "../../../figures/log-and-table/append-only-log.tsx";
import { OverwrittenTable } from "../../../figures/log-and-table/overwritten-table.tsx";
import { StepSlider } from "../../../figures/step-slider/step-slider.tsx";
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

/** One account in three systems: a table, a table with an audit table, a log. Then each of them loses its current state. */
export default function ThreeSystems() {
  const [offset, setOffset] = useState(3);
  const [lost, setLost] = useState(false);
  const events = exampleEvents.slice(0, offset + 1);
  return (
    <div className="three-systems">
      <StepSlider
        label="How much has happened to the account"
        count={exampleEvents.length}
        offset={offset}
        narration={narration(events)}
        onMove={setOffset}
      />
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
          setOffset(exampleEvents.length - 1);
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
