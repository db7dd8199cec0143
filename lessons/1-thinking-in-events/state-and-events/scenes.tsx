import { OverwrittenTable } from "../../../figures/log-and-table/overwritten-table.tsx";
import type { SceneProps } from "../../../figures/scene-props.ts";
import { exampleEvents } from "./account-events.ts";
import { auditColumns, auditTable, customerColumns, customersTable } from "./three-systems.ts";
import { walRecords } from "./wal-records.ts";

/** The state-based shop's row at the same moment. */
function CustomersTable({ events }: SceneProps) {
  return (
    <div className="account-tables">
      <OverwrittenTable
        caption="The state-based shop: customers, where id is customer-17"
        columns={customerColumns}
        rows={customersTable(exampleEvents.slice(0, events.length))}
      />
    </div>
  );
}

/** The row and its audit table, which one program forgets to write. */
function RowAndAudit({ events }: SceneProps) {
  const happened = exampleEvents.slice(0, events.length);
  return (
    <div className="account-tables">
      <CustomersTable events={events} />
      <OverwrittenTable
        caption="email_audit, where id is customer-17: the newest two lines, the newest first"
        columns={auditColumns}
        rows={auditTable(happened).slice(-2).toReversed()}
      />
    </div>
  );
}

/** What PostgreSQL wrote into its own log for one update of one row. */
function WalRecords() {
  return (
    <>
      <p>PostgreSQL’s own log for the update of 02:16, as its tool pg_waldump prints it:</p>
      <pre className="wal-records">
        <code>{walRecords.join("\n")}</code>
      </pre>
    </>
  );
}

export const scenes = { table: CustomersTable, audit: RowAndAudit, wal: WalRecords };
