import { type ComponentType, lazy, Suspense } from "react";
import type { Json } from "../../../../engine/fold/json.ts";
import { diff, type Patch } from "../../../../engine/fold/json-patch.ts";
import { stateWords } from "../../../../language/english/state.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import type { StateTreeProps } from "./state-tree.tsx";
// Astro drops CSS that an island reaches only through import().
import "../../../../figures/views/chess-board-view.css";
import "../../../../figures/views/cart-view.css";

interface ViewProps {
  state: Json;
  before?: Json;
}

/*
 * What a lesson opens with is drawn when the site is built. A browser loads what its page shows, the view and the tree;
 * until they are there, what was drawn stays.
 */
const Cart: ComponentType<ViewProps> = import.meta.env.SSR
  ? (await import("../../../../figures/views/cart-view.tsx")).CartView
  : lazy(async () => ({ default: (await import("../../../../figures/views/cart-view.tsx")).CartView }));
const Board: ComponentType<ViewProps> = import.meta.env.SSR
  ? (await import("../../../../figures/views/chess-board-view.tsx")).ChessBoardView
  : lazy(async () => ({
      default: (await import("../../../../figures/views/chess-board-view.tsx")).ChessBoardView,
    }));

const StateTree: ComponentType<StateTreeProps> = import.meta.env.SSR
  ? (await import("./state-tree.tsx")).StateTree
  : lazy(async () => ({ default: (await import("./state-tree.tsx")).StateTree }));

/** How each domain draws its state. */
export const views: Record<Exercise["view"], ComponentType<ViewProps> | null> = {
  cart: Cart,
  board: Board,
  account: onDemand<ViewProps>(stateWords.views.account, () =>
    import("./views-on-demand/account.ts").then(({ AccountView }) => AccountView),
  ),
  seats: onDemand<ViewProps>(stateWords.views.seats, () =>
    import("./views-on-demand/seats.ts").then(({ SeatsView }) => SeatsView),
  ),
  newsroom: onDemand<ViewProps>(stateWords.views.newsroom, () =>
    import("./views-on-demand/newsroom.ts").then(({ NewsroomView }) => NewsroomView),
  ),
  table: onDemand<ViewProps>(stateWords.views.tables, () =>
    import("./views-on-demand/table.ts").then(({ TableView }) => TableView),
  ),
  fitting: onDemand<ViewProps>(stateWords.views.fitting, () =>
    import("./views-on-demand/automatic.ts").then(({ AutomaticView }) => AutomaticView),
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
          <Suspense fallback={null}>
            <StateTree
              before={upcasted ?? result}
              patch={upcasted === undefined ? [] : diff(upcasted, result)}
              label={stateWords.answerAtStep}
            />
          </Suspense>
        </div>
      )}
      {tree && (
        <div className="wb-tree-part">
          {View && <p className="wb-label">{stateWords.whole}</p>}
          <Suspense fallback={null}>
            <StateTree before={before} patch={patch} label={stateWords.afterStep} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
