// Lets the captured piece keep its square, and loses the piece that captured it.
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

function moved(squares: Squares, from: Square, to: Square): Squares {
  const { [from]: piece, ...others } = squares;
  return { [to]: piece, ...others };
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
