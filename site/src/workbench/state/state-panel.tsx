import { type ComponentType, lazy, Suspense } from "react";
import type { Json } from "../../../../engine/fold/json.ts";
import { diff, type Patch } from "../../../../engine/fold/patch.ts";
import { stateWords } from "../../../../language/english/state.ts";
import { onDemand } from "../on-demand.tsx";
import type { Exercise } from "../payload.ts";
import { markedTree } from "./tree.ts";
import { TreeView } from "./tree-view.tsx";
// Astro drops CSS that an island reaches only through import().
import "../../../../figures/views/board-view.css";
import "../../../../figures/views/cart-view.css";

interface ViewProps {
  state: Json;
  before?: Json;
}

/*
 * What a lesson opens with is drawn when the site is built. A browser loads the one view that its page shows; until it is
 * there, what was drawn stays.
 */
const Cart: ComponentType<ViewProps> = import.meta.env.SSR
  ? (await import("../../../../figures/views/cart-view.tsx")).CartView
  : lazy(async () => ({ default: (await import("../../../../figures/views/cart-view.tsx")).CartView }));
const Board: ComponentType<ViewProps> = import.meta.env.SSR
  ? (await import("../../../../figures/views/board-view.tsx")).BoardView
  : lazy(async () => ({ default: (await import("../../../../figures/views/board-view.tsx")).BoardView }));

/** How each domain draws its state. */
export const views: Record<Exercise["view"], ComponentType<ViewProps> | null> = {
  cart: Cart,
  board: Board,
  account: onDemand<ViewProps>(stateWords.views.account, () =>
    import("./late-views.ts").then(({ AccountView }) => AccountView),
  ),
  seats: onDemand<ViewProps>(stateWords.views.seats, () =>
    import("./late-views.ts").then(({ SeatsView }) => SeatsView),
  ),
  newsroom: onDemand<ViewProps>(stateWords.views.newsroom, () =>
    import("./late-views.ts").then(({ NewsroomView }) => NewsroomView),
  ),
  table: onDemand<ViewProps>(stateWords.views.tables, () =>
    import("./late-views.ts").then(({ TableView }) => TableView),
  ),
  fitting: onDemand<ViewProps>(stateWords.views.fitting, () =>
    import("./late-views.ts").then(({ FittingView }) => FittingView),
  ),
  none: null,
};

interface StatePanelProps {
  view: Exercise["view"];
  /** A call has an answer and no state. */
  isCall: boolean;
  before: Json;
  after: Json;
  patch: Patch;
  /** What `decide`, `upcast` or the called function answered at this step. */
  result?: Json;
  /** The event that an upcaster was given: its answer is shown against it. */
  upcasted?: Json | undefined;
  showTree: boolean;
  isStart: boolean;
}

/** The state after the step under the cursor: as its domain draws it, and as a tree with the step's patch. */
export function StatePanel(props: StatePanelProps) {
  const { view, isCall, before, after, patch, result, upcasted, showTree, isStart } = props;
  const View = views[view];
  const tree = !isCall && (showTree || !View) && !(upcasted !== undefined && after === null);
  return (
    <div className="wb-state">
      {View && (
        <div className={`wb-view-${view}`}>
          <Suspense fallback={null}>
            <View state={after} {...(isStart ? {} : { before })} />
          </Suspense>
        </div>
      )}
      {result !== undefined && (
        <div className="wb-tree-part">
          <p className="wb-label">{upcasted === undefined ? stateWords.answer : stateWords.upcast}</p>
          <TreeView
            root={
              upcasted === undefined ? markedTree(result, []) : markedTree(upcasted, diff(upcasted, result))
            }
            label={stateWords.answerAtStep}
          />
        </div>
      )}
      {tree && (
        <div className="wb-tree-part">
          {View && <p className="wb-label">{stateWords.whole}</p>}
          <TreeView root={markedTree(before, patch)} label={stateWords.afterStep} />
        </div>
      )}
    </div>
  );
}
