import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { firstLines, type Pieces } from "../../../../engine/grading/line-ordering.ts";
import { orderWords } from "../../../../language/english/order-the-lines.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useDrag } from "../../ui/use-drag.ts";
import { type Arrangement, down, movePieceUp, placePiece, removePiece, unusedPieces } from "./arrangement.ts";
import { FixedLines, fixedLines, openingLine } from "./fixed-lines.tsx";
import css from "./order.css?inline";

addStylesheet(css);

export interface OrderPanelProps {
  order: Pieces;
  used: Arrangement;
  /** The piece in which the last run found something wrong. */
  problem: number | null;
  change(used: number[]): void;
  /** Tells the workbench's polite live region. */
  say(text: string): void;
  run(): void;
  check(): void;
}

/**
 * Lines to be put in order: tap one and then its place, move it with the arrow keys, or drag it. The lines that are used
 * stand above, between the lines that are fixed; those that wait stand below.
 */
export function OrderPanel({ order, used, problem, change, say, run, check }: OrderPanelProps) {
  const [picked, setPicked] = useState<number | null>(null);
  const answer = useRef<HTMLOListElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  /** A line that was moved by key or tap keeps the focus, wherever it went. */
  const focus = useRef<number | null>(null);
  const howTo = useId();
  const rest = unusedPieces(used, order.pieces.length);
  /** Beside all of the fixed lines every line has its whole indentation: else blocks would seem to end. */
  const [isWhole, setWhole] = useState({ above: false, below: false });
  const edge = isWhole.above || isWhole.below ? 0 : edgeOf(order);
  /** As messages count them: from the first line of the source. */
  const numbers = firstLines(order, used);
  const afterPieces = numbers.at(-1) ?? 1;
  const pieceText = (piece: number) =>
    (order.pieces[piece] as string)
      .split("\n")
      .map((line) => line.slice(edge))
      .join("\n");

  useEffect(() => {
    if (focus.current === null) return;
    panel.current?.querySelector<HTMLElement>(`[data-piece="${focus.current}"] button`)?.focus();
    focus.current = null;
  });

  const move = (piece: number, next: number[], keepsFocus: boolean) => {
    setPicked(null);
    if (keepsFocus) focus.current = piece;
    change(next);
    const place = next.indexOf(piece) + 1;
    const lines = firstLines(order, next);
    say(place > 0 ? orderWords.placed(lines[place - 1] ?? 1) : orderWords.out(next.length));
  };
  const { drag, lineOf } = useDrag(answer, ({ piece, place }) => {
    const before = place === null ? 0 : used.slice(0, place).filter((each) => each !== piece).length;
    move(piece, place === null ? removePiece(used, piece) : placePiece(used, piece, before), false);
  });

  const tap = (piece: number) => {
    if (picked === null) {
      setPicked(piece);
      say(orderWords.pickedUp);
    } else if (picked === piece || !used.includes(piece)) {
      setPicked(picked === piece ? null : piece);
      say(picked === piece ? orderWords.putBack : orderWords.instead);
    } else {
      move(picked, placePiece(used, picked, used.indexOf(piece)), true);
    }
  };
  /** The next waiting line gets the focus: the lines need no scrolling for the one after. */
  const putLast = (piece: number) => {
    const at = rest.indexOf(piece);
    focus.current = rest[at + 1] ?? rest[at - 1] ?? piece;
    move(piece, placePiece(used, piece, used.length), false);
  };
  const onKeyDown = (event: KeyboardEvent, piece: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { ArrowUp: movePieceUp, ArrowDown: down, Delete: removePiece, Backspace: removePiece }[
      event.key
    ];
    if (next) move(piece, next(used, piece), true);
    else if (event.key === "Escape" && picked !== null) setPicked(null);
    else return;
    event.preventDefault();
  };

  const line = (piece: number, place: number | null) => (
    <li
      key={piece}
      data-piece={piece}
      className={[
        "wb-line",
        drag?.piece === piece ? "dragged" : "",
        drag && place !== null && drag.place === place ? "before" : "",
        problem === piece ? "problem" : "",
      ].join(" ")}
      {...lineOf(piece)}
    >
      <span className="wb-grip" data-grip aria-hidden="true">
        ⠿
      </span>
      <button
        type="button"
        aria-pressed={picked === piece}
        aria-describedby={howTo}
        onClick={() => tap(piece)}
        onKeyDown={(event) => onKeyDown(event, piece)}
      >
        {place !== null && <LineNumber line={numbers[place] ?? 1} />}
        <code>{pieceText(piece)}</code>
      </button>
      {place !== null && picked === piece && (
        <button type="button" className="wb-put" onClick={() => move(piece, removePiece(used, piece), true)}>
          {orderWords.takeOut}
        </button>
      )}
      {place === null && picked === piece && (
        <button type="button" className="wb-put" onClick={() => putLast(piece)}>
          {orderWords.putLast(afterPieces)}
        </button>
      )}
    </li>
  );
  const onShortcut = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.shiftKey ? check() : run();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts with Ctrl act wherever focus stands among the lines
    <div className="wb-order" ref={panel} onKeyDown={onShortcut}>
      <p className="wb-soft" id={howTo}>
        {orderWords.howTo} <span className="wb-other-ways">{orderWords.otherWays}</span>
      </p>
      <FixedLines
        text={order.head}
        side="above"
        edge={edge}
        first={1}
        onToggle={(above) => setWhole((whole) => ({ ...whole, above }))}
      />
      <ol className="wb-lines" aria-label={orderWords.answer} ref={answer}>
        {used.map((piece, place) => line(piece, place))}
        <li className={`wb-line end${drag?.place === used.length ? " before" : ""}`}>
          <button
            type="button"
            aria-disabled={picked === null}
            onClick={() => picked !== null && move(picked, placePiece(used, picked, used.length), true)}
          >
            {picked === null ? orderWords.next : orderWords.putHere}
          </button>
        </li>
      </ol>
      <FixedLines
        text={order.tail}
        side="below"
        edge={edge}
        first={afterPieces}
        onToggle={(below) => setWhole((whole) => ({ ...whole, below }))}
      />
      <p className="wb-label">{rest.length === 0 ? orderWords.allUsed : orderWords.rest}</p>
      <ul
        className={`wb-lines rest${drag && drag.place === null ? " before" : ""}`}
        aria-label={orderWords.rest}
      >
        {rest.map((piece) => line(piece, null))}
      </ul>
    </div>
  );
}

function LineNumber({ line }: { line: number }) {
  return (
    <>
      <span className="sr-only">{orderWords.line(line)}</span>
      <span className="wb-line-number" aria-hidden="true">
        {line}
      </span>
    </>
  );
}

/** The indentation that all lines in sight share: on a phone every character counts. */
function edgeOf({ head, pieces, tail }: Pieces): number {
  const opening = openingLine(head)?.line ?? "";
  const near = [opening, ...fixedLines(head, "above").near, ...fixedLines(tail, "below").near];
  const lines = [...pieces.flatMap((piece) => piece.split("\n")), ...near].filter(
    (line) => line.trim() !== "",
  );
  return Math.min(...lines.map((line) => line.search(/\S/)));
}
