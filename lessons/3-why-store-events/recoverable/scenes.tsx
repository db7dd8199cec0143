import { AppendOnlyLog } from "../../../figures/log-and-table/append-only-log.tsx";
import type { SceneProps } from "../../../figures/scene-props.ts";
import { AccountView } from "../../../figures/views/account-view.tsx";
import { balances, logs } from "./account-events.ts";

/** The same records with the repaired code. The account that the workbench shows above it comes from the faulty code. */
function RepairedFold({ events }: SceneProps) {
  const [before = 0, now = 0] = [-1, 0].map((by) =>
    balances(logs.due.slice(0, events.length + by), "repaired").at(-1),
  );
  return (
    <>
      <h3>The same records, folded by the repaired code</h3>
      <AccountView state={{ balance: now }} before={{ balance: before }} />
    </>
  );
}

const days = ["2 January", "2 January", "1 February", "10 February", "3 March"];

/** The log of the other bank, up to the same record: it holds what was computed. */
function OtherBank({ events }: SceneProps) {
  return (
    <>
      <h3>The other bank’s log of the same account</h3>
      <AppendOnlyLog
        label="Records of the other bank"
        records={logs.paid.map(({ type, data }, offset) => ({
          offset,
          time: days[offset] ?? "",
          type,
          words: "cents" in data ? `${data.cents} cents` : "owner" in data ? data.owner : "",
        }))}
        written={events.length}
        marked={[2, 4]}
      />
    </>
  );
}

export const scenes = { repairedFold: RepairedFold, otherBank: OtherBank };
