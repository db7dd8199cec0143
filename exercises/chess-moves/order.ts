// solution: Squares, Board, initialState

// The squares after one piece has moved. A piece that was on `to` is captured.
function moved(squares: Squares, from: Square, to: Square): Squares {
  // order
  const after = { ...squares };
  const after = squares; // decoy
  const piece = after[from];
  delete after[from];
  after[from] = after[to]; // decoy
  after[to] = piece;
  return after;
  // end of order
}

// solution: evolve
