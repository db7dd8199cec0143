import { Suspense } from "react";
import type { Json } from "../../../../engine/fold/json.ts";
import { diff } from "../../../../engine/fold/patch.ts";
import { twoFoldsWords } from "../../../../language/english/two-folds.ts";
import type { Exercise } from "../payload.ts";
import { views } from "../state/state-panel.tsx";
import { markedTree } from "../state/tree.ts";
import { TreeView } from "../state/tree-view.tsx";
import { type Laid, statesAt } from "./laid.ts";

/** The states of both folds at a row, each with everything marked that is another one in the other. */
export function StatePair({ laid, row, view }: { laid: Laid; row: number; view: Exercise["view"] }) {
  const { one, other } = statesAt(laid, row);
  const differs = row < 0 ? laid.parting === -1 : (laid.rows[row]?.differs ?? false);
  const same = diff(one, other).length === 0;
  return (
    <div className="tf-states">
      <p className="wb-label">{same ? twoFoldsWords.alike : differs ? "" : twoFoldsWords.doesNotCount}</p>
      <div className="tf-pair">
        <OneState name={laid.one.name} state={one} beside={differs ? other : one} view={view} />
        <OneState name={laid.other.name} state={other} beside={differs ? one : other} view={view} />
      </div>
    </div>
  );
}

/** Views that are tables name each table as a region of the page: two of a name are no help, and the tree says the same. */
const inTables: Exercise["view"][] = ["account", "table"];

interface OneStateProps {
  name: string;
  state: Json;
  /** The other's, against which it is marked. */
  beside: Json;
  view: Exercise["view"];
}

function OneState({ name, state, beside, view }: OneStateProps) {
  const View = inTables.includes(view) ? null : views[view];
  return (
    <section className="tf-state" aria-label={twoFoldsWords.stateOf(name)}>
      <p className="wb-label">{name}</p>
      {View && (
        <div className={`wb-view-${view}`}>
          <Suspense fallback={null}>
            <View state={state} />
          </Suspense>
        </div>
      )}
      <TreeView
        root={markedTree(beside, diff(beside, state))}
        label={twoFoldsWords.stateOf(name)}
        words={twoFoldsWords.marks}
      />
    </section>
  );
}
