const list = (items: string[]) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** A chess board for those who hear it. */
export const boardWords = {
  none: "There is no board to draw: the state has no",
  white: "White",
  black: "Black",
  /** Pieces of one kind and colour by their squares: "king c1", "pawns a2, b2 and c2". */
  pieces: {
    K: (squares: string[]) => `${squares.length === 1 ? "king" : "kings"} ${list(squares)}`,
    Q: (squares: string[]) => `${squares.length === 1 ? "queen" : "queens"} ${list(squares)}`,
    R: (squares: string[]) => `${squares.length === 1 ? "rook" : "rooks"} ${list(squares)}`,
    B: (squares: string[]) => `${squares.length === 1 ? "bishop" : "bishops"} ${list(squares)}`,
    N: (squares: string[]) => `${squares.length === 1 ? "knight" : "knights"} ${list(squares)}`,
    P: (squares: string[]) => `${squares.length === 1 ? "pawn" : "pawns"} ${list(squares)}`,
  },
  /** One piece by its letter in FEN. */
  piece: {
    K: "white king",
    Q: "white queen",
    R: "white rook",
    B: "white bishop",
    N: "white knight",
    P: "white pawn",
    k: "black king",
    q: "black queen",
    r: "black rook",
    b: "black bishop",
    n: "black knight",
    p: "black pawn",
  } as Record<string, string>,
  side: (colour: string, pieces: string[]) =>
    `${colour}: ${pieces.length === 0 ? "no pieces" : pieces.join(", ")}.`,
  odd: (pieces: string[]) => `Not chess pieces: ${pieces.join(", ")}.`,
  oddOn: (piece: string, square: string) => `“${piece}” on ${square}`,
  oddPiece: (piece: string) => `“${piece}”`,
  empty: (square: string) => `${square} is empty`,
  holds: (square: string, piece: string) => `${square} holds a ${piece}`,
  changed: (squares: string[]) => `Changed: ${squares.join(", ")}.`,
};
