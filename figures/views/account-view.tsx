import { showHidden } from "../../engine/fold/hidden-characters.ts";
import type { Json } from "../../engine/fold/json.ts";
import { account as words } from "../../language/english/views.ts";
import { balances, balancesOf, entriesOf } from "./balances-of-state.ts";
import { formatValue } from "./state-change.ts";
import { StateTable } from "./table-view.tsx";

export interface AccountViewProps {
  state: Json;
  /** The state before this step; when it is given, what changed is marked. */
  before?: Json;
}

/** Accounts with their balances, what this step moved, and the entries they are made of. Draws any state. */
export function AccountView({ state, before }: AccountViewProps) {
  if (balancesOf(state) === null) {
    return (
      <p className="account-none">
        {words.none} <code>balance</code> {words.or} <code>balances</code>.
      </p>
    );
  }
  const drawn = balances(state, before);
  return (
    <div className="accounts">
      {drawn.length === 0 && <p className="account-none">{words.empty}</p>}
      {drawn.length > 0 && (
        <dl className="account-list">
          {drawn.map(({ name, now, was, change, by }) => (
            <div key={name} className={`account ${change}`}>
              <dt>{showHidden(name) || words.balance}</dt>
              <dd>
                <span className="account-balance">
                  {change === "gone" ? <s>{formatValue(was)}</s> : formatValue(now)}
                </span>
                {by !== 0 && change !== "gone" && (
                  <span className={`account-by ${by < 0 ? "out" : "in"}`}>
                    <span aria-hidden="true">{by < 0 ? "▼" : "▲"}</span> {words.change(signed(by))}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {entriesOf(state, before).map((table) => (
        <StateTable key={table.path} table={table} caption={words.entries(table.path)} />
      ))}
    </div>
  );
}

const signed = (by: number) => (by < 0 ? formatValue(by) : `+${by}`);
