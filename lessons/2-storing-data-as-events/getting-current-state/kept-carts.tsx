import { type Fold, type KeptStep, linesInWords, wasChanged } from "./folds.ts";
import { shopperLog } from "./shopper-log.ts";

interface KeptCartsProps {
  id: Fold["id"];
  steps: KeptStep[];
  onPick(offset: number): void;
}

/** Every cart that came out of the fold, as it was then and as it is now. They should be the same. */
export function KeptCarts({ id, steps, onPick }: KeptCartsProps) {
  const changed = steps.filter(wasChanged).length;
  return (
    <>
      <h4>The carts that somebody kept</h4>
      <p>
        Suppose that a page keeps every cart that comes out.{" "}
        {changed === 0
          ? "All of them are as they were."
          : `${changed} of ${steps.length} are no longer what came out.`}
      </p>
      <table aria-label={`Carts of fold ${id}`}>
        <thead>
          <tr>
            <th scope="col">after</th>
            <th scope="col">when it came out</th>
            <th scope="col">the same object now</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, offset) => (
            <tr key={shopperLog[offset]?.metadata.id} className={wasChanged(step) ? "changed" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="figure-button"
                  onClick={() => onPick(offset)}
                  aria-label={`Go to offset ${offset}`}
                >
                  {offset}
                </button>
              </th>
              <td>{linesInWords(step.cameOut)}</td>
              <td>
                {wasChanged(step) && <span aria-hidden="true">✗ </span>}
                {linesInWords(step.now)}
                {wasChanged(step) && <span className="sr-only"> (changed later)</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
