type Squares = Record<string, string>;
type Board = { squares: Squares };

// A piece is one letter: white K Q R B N P, black k q r b n p. An empty square has no entry.
export function initialState(): Board {
  const squares: Squares = {};
  [..."rnbqkbnr"].forEach((piece, i) => {
    const file = "abcdefgh"[i];
    squares[file + "1"] = piece.toUpperCase();
    squares[file + "2"] = "P";
    squares[file + "7"] = "p";
    squares[file + "8"] = piece;
  });
  return { squares };
}

// starter: // The squares after one piece has moved.
// starter: // A move takes a piece off one square and puts it on another. Half of that is done.
// The squares after one piece has moved. A piece that was on `to` is captured.
// end starter
function moved(squares: Squares, from: Square, to: Square): Squares {
  // starter: return { ...squares, [to]: squares[from] };
  const { [from]: piece, ...others } = squares;
  return { ...others, [to]: piece };
  // end starter
}

export function evolve(board: Board, event: ChessEvent): Board {
  switch (event.type) {
    case "MoveMade": {
      const { from, to } = event.data;
      return { ...board, squares: moved(board.squares, from, to) };
    }
    default:
      return board; // every other event: no piece moves
  }
}
