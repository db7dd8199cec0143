/** The pieces somebody has put in order, by their index, first to last. The others wait below, in the order they came in. */
export type Arrangement = readonly number[];

/** The pieces that are not used. */
export function unusedPieces(used: Arrangement, count: number): number[] {
  return [...Array(count).keys()].filter((piece) => !used.includes(piece));
}

/** With the piece at this place; past the end is the end. Those from there on move down by one. */
export function placePiece(used: Arrangement, piece: number, place: number): number[] {
  return used.filter((each) => each !== piece).toSpliced(place, 0, piece);
}

export function removePiece(used: Arrangement, piece: number): number[] {
  return used.filter((each) => each !== piece);
}

/** One place up; a piece that waits below goes to the end of those that are used. */
export function movePieceUp(used: Arrangement, piece: number): number[] {
  const place = used.indexOf(piece);
  return placePiece(used, piece, place < 0 ? used.length : Math.max(0, place - 1));
}

/** One place down; the last one leaves, and one that waits stays where it is. */
export function down(used: Arrangement, piece: number): number[] {
  const place = used.indexOf(piece);
  if (place < 0 || place === used.length - 1) return removePiece(used, piece);
  return placePiece(used, piece, place + 1);
}

/** What a browser remembered, without pieces that are no more: an author may have changed them since. */
export function restoreArrangement(remembered: Arrangement, count: number): number[] {
  return [...new Set(remembered)].filter((piece) => Number.isInteger(piece) && piece >= 0 && piece < count);
}
