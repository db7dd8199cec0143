import { useId, useState } from "react";
import { FoldConveyor } from "../../../figures/conveyor/conveyor.tsx";
import { type Cart, type Fold, initialState, runFold } from "./folds.ts";
import { KeptCarts } from "./kept-carts.tsx";
import { shopperLog, timeOf, wordsOf } from "./shopper-log.ts";

const last = shopperLog.length - 1;

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
  const go = (to: number) => setOffset(Math.max(-1, Math.min(last, to)));
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
      <div className="fold-transport">
        <button type="button" onClick={() => go(offset - 1)} aria-disabled={offset === -1}>
          ← Back
        </button>
        <input
          type="range"
          min={-1}
          max={last}
          value={offset}
          onChange={({ target }) => go(Number(target.value))}
          aria-label="Records folded"
          aria-valuetext={event ? `up to offset ${offset}, ${timeOf(event)}` : "none"}
        />
        <button type="button" onClick={() => go(offset + 1)} aria-disabled={offset === last}>
          Step →
        </button>
      </div>
      <p className="fold-says" aria-live="polite">
        {stopped
          ? `At offset ${run.steps.length}, fold ${id} stopped: ${run.threw}.`
          : describeStep(offset, here?.cameOut)}
      </p>
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
      <KeptCarts id={id} steps={run.steps} onPick={go} />
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
