// Imperative: makes a copy, then changes the copy.
// solution: Squares, Board

export function initialState(): Board {
  const squares: Squares = {};
  for (const [i, piece] of [..."rnbqkbnr"].entries()) {
    const file = "abcdefgh"[i];
    Object.assign(squares, {
      [file + "1"]: piece.toUpperCase(),
      [file + "2"]: "P",
      [file + "7"]: "p",
      [file + "8"]: piece,
    });
  }
  return { squares };
}

export function evolve(board: Board, event: ChessEvent): Board {
  if (event.type !== "MoveMade") return board;
  const { from, to, promote } = event.data;
  const squares = { ...board.squares };
  const piece = squares[from];
  delete squares[from];
  squares[to] = piece;
  if (piece.toLowerCase() === "k" && from[0] === "e" && (to[0] === "g" || to[0] === "c")) {
    const [corner, beside] = to[0] === "g" ? ["h", "f"] : ["a", "d"];
    squares[beside + from[1]] = squares[corner + from[1]];
    delete squares[corner + from[1]];
  }
  if (piece.toLowerCase() === "p" && from[0] !== to[0] && board.squares[to] === undefined) {
    delete squares[to[0] + from[1]];
  }
  if (promote) squares[to] = piece === "P" ? promote.toUpperCase() : promote;
  return { squares };
}
