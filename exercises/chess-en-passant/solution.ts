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

// The squares after one piece has moved. A piece that was on `to` is captured.
function moved(squares: Squares, from: Square, to: Square): Squares {
  const { [from]: piece, ...others } = squares;
  return { ...others, [to]: piece };
}

// The squares without the piece on one of them.
function without(squares: Squares, square: Square): Squares {
  const { [square]: taken, ...others } = squares;
  return others;
}

export function evolve(board: Board, event: ChessEvent): Board {
  switch (event.type) {
    case "MoveMade": {
      const { from, to } = event.data;
      const piece = board.squares[from];
      let squares = moved(board.squares, from, to);
      const rank = from[1];
      if (piece.toLowerCase() === "k" && from[0] === "e") {
        if (to[0] === "g") squares = moved(squares, "h" + rank, "f" + rank);
        if (to[0] === "c") squares = moved(squares, "a" + rank, "d" + rank);
      }
      // starter: // En passant: a pawn takes a pawn that has just moved past it. The pawn that is taken is not on `to`.
      if (piece.toLowerCase() === "p" && from[0] !== to[0] && !(to in board.squares)) {
        squares = without(squares, to[0] + rank);
      }
      // end starter
      return { ...board, squares };
    }
    default:
      return board; // every other event: no piece moves
  }
}
