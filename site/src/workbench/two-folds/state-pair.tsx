import { Suspense } from "react";
import type { Json } from "../../../../engine/fold/json.ts";
import { diff } from "../../../../engine/fold/json-patch.ts";
import { twoFoldsWords } from "../../../../language/english/two-folds.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { markedTree } from "../state/marked-tree.ts";
import { views } from "../state/state-panel.tsx";
import { TreeView } from "../state/tree-view.tsx";
import { type AlignedFolds, statesAt } from "./aligned-folds.ts";
import css from "./state-pair.css?inline";

addStylesheet(css);

/** The states of both folds at a row, each with everything marked that is another one in the other. */
export function StatePair({
  aligned,
  row,
  view,
}: {
  aligned: AlignedFolds;
  row: number;
  view: Exercise["view"];
}) {
  const { one, other } = statesAt(aligned, row);
  const differs = row < 0 ? aligned.divergence === -1 : (aligned.rows[row]?.differs ?? false);
  const same = diff(one, other).length === 0;
  return (
    <div className="tf-states">
      <p className="wb-label">{same ? twoFoldsWords.alike : differs ? "" : twoFoldsWords.doesNotCount}</p>
      <div className="tf-pair">
        <OneState
          name={aligned.one.name}
          state={one}
          other={aligned.other.name}
          beside={differs ? other : one}
          view={view}
        />
        <OneState
          name={aligned.other.name}
          state={other}
          other={aligned.one.name}
          beside={differs ? one : other}
          view={view}
        />
      </div>
    </div>
  );
}

/** Views that are tables name each table as a region of the page: two of a name are no help, and the tree says the same. */
const inTables: Exercise["view"][] = ["account", "table"];

interface OneStateProps {
  name: string;
  state: Json;
  /** The name of the other fold, and its state, against which this one is marked. */
  other: string;
  beside: Json;
  view: Exercise["view"];
}

function OneState({ name, state, other, beside, view }: OneStateProps) {
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
        words={twoFoldsWords.marks(other)}
      />
    </section>
  );
}
