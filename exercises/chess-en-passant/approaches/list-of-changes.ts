// A list of changes, square by square, reduced into the board; one function for each type in a table.
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

type Change = [square: Square, piece: string | null];

function changesOf(squares: Squares, { from, to }: MoveMade["data"]): Change[] {
  const piece = squares[from];
  const rank = from[1];
  const isKing = piece.toLowerCase() === "k";
  const isPawn = piece.toLowerCase() === "p";
  const changes: Change[] = [
    [from, null],
    [to, piece],
  ];
  if (isKing && from[0] === "e" && to[0] === "g")
    changes.push(["h" + rank, null], ["f" + rank, squares["h" + rank]]);
  if (isKing && from[0] === "e" && to[0] === "c")
    changes.push(["a" + rank, null], ["d" + rank, squares["a" + rank]]);
  if (isPawn && from[0] !== to[0] && !(to in squares)) changes.push([to[0] + rank, null]);
  return changes;
}

const table: { [type: string]: (board: Board, data: MoveMade["data"]) => Board } = {
  MoveMade: ({ squares }, data) => {
    const after = changesOf(squares, data).reduce(
      (held, [square, piece]) => (piece === null ? (held.delete(square), held) : held.set(square, piece)),
      new Map(Object.entries(squares)),
    );
    return { squares: Object.fromEntries(after) };
  },
};

export function evolve(board: Board, event: ChessEvent): Board {
  return event.type in table ? table[event.type](board, event.data as MoveMade["data"]) : board;
}
