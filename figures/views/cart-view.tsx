import { showHidden } from "../../engine/fold/hidden-characters.ts";
import type { Json } from "../../engine/fold/json.ts";
import { cartWords } from "../../language/english/cart.ts";
import { type CartLine, cartLines, formatCount, linesOf } from "./cart-lines.ts";
import "./cart-view.css";

export interface CartViewProps {
  state: Json;
  /** The state before this step; when it is given, what changed is marked. */
  before?: Json;
}

/** More pieces than this are told by the number alone. */
const drawnPieces = 10;

/** A cart from `state.lines`: a line for each thing, its pieces and its count. Draws any state without failing. */
export function CartView({ state, before }: CartViewProps) {
  if (linesOf(state) === null) {
    return (
      <p className="cart-empty">
        {cartWords.none} <code>lines</code>.
      </p>
    );
  }
  const lines = cartLines(state, before);
  if (lines.length === 0) return <p className="cart-empty">{cartWords.empty}</p>;
  return (
    <ul className="cart">
      {lines.map((line) => (
        <Line key={line.sku} line={line} />
      ))}
    </ul>
  );
}

function Line({ line }: { line: CartLine }) {
  const { sku, now, was, change } = line;
  const odd = typeof now === "number" && now <= 0;
  return (
    <li className={`cart-line ${change}${odd ? " odd" : ""}`}>
      <span className="cart-sku">{showHidden(sku)}</span>
      <span className="cart-pieces" aria-hidden="true">
        {pieces(line).map(({ id, state }) => (
          <span key={id} className={`cart-piece ${state}`} />
        ))}
      </span>
      <span className="cart-count">{formatCount(now)}</span>
      <span className="cart-change">
        {change === "new" && cartWords.new}
        {(change === "changed" || change === "gone") && cartWords.was(formatCount(was))}
      </span>
    </li>
  );
}

/** One mark for each piece: those that stayed, those that came, those that went. */
function pieces({ now, was }: CartLine): { id: number; state: "stays" | "came" | "went" }[] {
  const [held, before] = [whole(now), whole(was)];
  return Array.from({ length: Math.min(Math.max(held, before), drawnPieces) }, (_, id) => ({
    id,
    state: id >= held ? "went" : id >= before ? "came" : "stays",
  }));
}

function whole(count: Json | undefined): number {
  return typeof count === "number" && count > 0 ? Math.floor(count) : 0;
}
