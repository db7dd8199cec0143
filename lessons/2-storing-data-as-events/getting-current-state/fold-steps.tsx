import { useId, useState } from "react";
import { FoldConveyor } from "../../../figures/conveyor/conveyor.tsx";
import { StepSlider } from "../../../figures/step-slider/step-slider.tsx";
import { type Cart, type Fold, initialState, runFold } from "./folds.ts";
import { KeptCarts } from "./kept-carts.tsx";
import { shopperLog, timeOf, wordsOf } from "./shopper-log.ts";

interface FoldStepsProps {
  folds: Fold[];
  /** The fold that is shown first. */
  first: Fold["id"];
}

/** One of the folds, run up to an offset: what goes into `evolve`, what comes out, and every cart that was kept. */
export function FoldSteps({ folds, first }: FoldStepsProps) {
  const [id, setId] = useState(first);
  const [offset, setOffset] = useState(0);
  const [freeze, setFreeze] = useState(false);
  const name = useId();
  const fold = folds.find((each) => each.id === id) as Fold;
  const run = runFold(fold, shopperLog.slice(0, offset + 1), freeze);
  const event = shopperLog[offset];
  const here = run.steps[offset];
  const before = run.steps[offset - 1]?.cameOut ?? initialState();
  const stopped = run.threw !== null;
  return (
    <section className="fold-steps" aria-labelledby={`${name}-title`}>
      <h3 id={`${name}-title`}>Run a fold</h3>
      <fieldset className="fold-choice">
        <legend>Which one</legend>
        {folds.map((each) => (
          <label key={each.id}>
            <input type="radio" name={name} checked={each.id === id} onChange={() => setId(each.id)} />
            Fold {each.id}
          </label>
        ))}
        <label>
          <input type="checkbox" checked={freeze} onChange={() => setFreeze(!freeze)} />
          Freeze every cart (<code>Object.freeze</code>)
        </label>
      </fieldset>
      <StepSlider
        label="Records folded"
        count={shopperLog.length}
        offset={offset}
        narration={
          stopped
            ? `At offset ${run.steps.length}, fold ${id} stopped: ${run.threw}.`
            : describeStep(offset, here?.cameOut)
        }
        onMove={setOffset}
      />
      {stopped ? (
        <p className="fold-stopped">
          The cart that came in is frozen, and the code tried to change it. This is how the workbench finds
          such code.
        </p>
      ) : (
        <FoldConveyor
          label={`Fold ${id}, one step`}
          record={event ? { offset, type: event.type, words: wordsOf(event) } : null}
          before={partsOf(event ? before : initialState())}
          after={partsOf(here?.cameOut ?? initialState())}
        />
      )}
      <KeptCarts id={id} steps={run.steps} onPick={setOffset} />
    </section>
  );
}

/** What the conveyor draws of a cart. */
function partsOf({ lines, status }: Cart): Record<string, unknown> {
  return { status, ...lines };
}

function describeStep(offset: number, cart: Cart | undefined): string {
  const event = shopperLog[offset];
  if (!event || !cart) return "Before offset 0: the initial state, an empty cart.";
  const pieces = Object.entries(cart.lines).map(([sku, qty]) => `${sku} ${qty}`);
  return `Offset ${offset}, ${timeOf(event)}, ${event.type} (${wordsOf(event)}). The cart that comes out: ${pieces.join(", ") || "no lines"}; ${cart.status}.`;
}
