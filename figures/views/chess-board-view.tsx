import type { Json } from "../../engine/fold/json.ts";
import { boardWords } from "../../language/english/chess-board.ts";
import {
  changedSquares,
  describeBoard,
  describeChanges,
  files,
  ranks,
  squaresIn,
} from "./chess-board-squares.ts";
import { ChessPiece } from "./chess-piece.tsx";
import "./chess-board-view.css";

export interface ChessBoardViewProps {
  state: Json;
  /** The state before this step; when it is given, the squares that changed are marked. */
  before?: Json;
  /** Said before the placement by a screen reader, such as "After ply 22". */
  label?: string;
}

const side = 45;

/** A chess board from `state.squares`, a piece letter for each square that is not empty. Draws any state without failing. */
export function ChessBoardView({ state, before, label }: ChessBoardViewProps) {
  const squares = squaresIn(state);
  if (squares === null) {
    return (
      <p className="board-none">
        {boardWords.none} <code>squares</code>.
      </p>
    );
  }
  const changed = changedSquares(before === undefined ? null : squaresIn(before), squares);
  const words = [label, describeBoard(squares), describeChanges(changed)].filter(Boolean).join(" ");
  const places = ranks.flatMap((rank, down) =>
    files.map((file, across) => ({
      square: file + rank,
      x: across * side,
      y: down * side,
      dark: (down + across) % 2 === 1,
    })),
  );
  return (
    <svg className="board" viewBox={`0 0 ${8 * side} ${8 * side}`} role="img" aria-label={words}>
      {places.map(({ square, x, y, dark }) => (
        <rect
          key={square}
          className={dark ? "board-dark" : "board-light"}
          x={x}
          y={y}
          width={side}
          height={side}
        />
      ))}
      {ranks.map((rank, down) => (
        <text
          key={rank}
          className={`board-name ${down % 2 === 0 ? "on-light" : ""}`}
          x={2.5}
          y={down * side + 11}
        >
          {rank}
        </text>
      ))}
      {files.map((file, across) => (
        <text
          key={file}
          className={`board-name ${across % 2 === 1 ? "on-light" : ""}`}
          x={across * side + side - 3}
          y={8 * side - 3.5}
          textAnchor="end"
        >
          {file}
        </text>
      ))}
      {places.map(({ square, x, y }) => {
        const now = changed[square];
        if (now === undefined) return null;
        return (
          <rect
            key={square}
            className={now === "" ? "board-left" : "board-came"}
            x={x + 2}
            y={y + 2}
            width={side - 4}
            height={side - 4}
            rx={3}
          />
        );
      })}
      {places.map(({ square, x, y }) => {
        const piece = squares[square];
        return piece === undefined ? null : <ChessPiece key={square} piece={piece} x={x} y={y} />;
      })}
    </svg>
  );
}
