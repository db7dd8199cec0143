// Is the position on the board now there for the third time, or more often?
export function isThreefold(events: ChessEvent[]): boolean {
  const moves = events.filter((event) => event.type === "MoveMade");
  // starter: // positionKey(moves) names the position now. positionKey(moves.slice(0, 4)) names the one after four moves.
  // starter: return false;
  const now = positionKey(moves);
  let times = 0;
  for (let ply = 0; ply <= moves.length; ply++) {
    if (positionKey(moves.slice(0, ply)) === now) times = times + 1;
  }
  return times >= 3;
  // end starter
}

// Given. Names the position after the first moves: the place of every piece, whose turn it is, which castling is
// still allowed, and whether a pawn may be taken en passant now. The same position always has the same name.
function positionKey(prefix: MoveMade[]): string {
  const board: Record<string, string> = {};
  [..."rnbqkbnr"].forEach((piece, i) => {
    const file = "abcdefgh"[i];
    Object.assign(board, {
      [file + 1]: piece.toUpperCase(),
      [file + 2]: "P",
      [file + 7]: "p",
      [file + 8]: piece,
    });
  });
  let rights = "KQkq";
  let passed = "-";
  const lose = (lost: string) => (rights = [...rights].filter((right) => !lost.includes(right)).join(""));
  for (const { data } of prefix) {
    const { from, to, promote } = data;
    const piece = board[from];
    const isPawn = piece.toLowerCase() === "p";
    if (isPawn && from[0] !== to[0] && !board[to]) delete board[to[0] + from[1]];
    delete board[from];
    board[to] = promote ? (piece === "P" ? promote.toUpperCase() : promote) : piece;
    if (piece.toLowerCase() === "k") {
      lose(piece === "K" ? "KQ" : "kq");
      const rook = piece === "K" ? "R" : "r";
      if (from[0] === "e" && to[0] === "g") {
        delete board["h" + to[1]];
        board["f" + to[1]] = rook;
      }
      if (from[0] === "e" && to[0] === "c") {
        delete board["a" + to[1]];
        board["d" + to[1]] = rook;
      }
    }
    const corners: Record<string, string> = { a1: "Q", h1: "K", a8: "q", h8: "k" };
    lose((corners[from] ?? "") + (corners[to] ?? ""));
    // A pawn that went two squares can be taken en passant if an enemy pawn is beside it.
    const beside = [-1, 1].map((d) => String.fromCharCode(to.charCodeAt(0) + d) + to[1]);
    const ranTwo = isPawn && Math.abs(Number(from[1]) - Number(to[1])) === 2;
    passed = ranTwo && beside.some((s) => board[s] === (piece === "P" ? "p" : "P")) ? to : "-";
  }
  const placement = Object.keys(board)
    .sort()
    .map((square) => board[square] + square)
    .join("");
  return [placement, prefix.length % 2 === 0 ? "white" : "black", rights, passed].join(" ");
}
