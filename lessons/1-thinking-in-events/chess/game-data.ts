/** A move as it is written down (SAN), and the two squares that a record holds. */
export interface PlayedMove {
  san: string;
  from: string;
  to: string;
  promote?: string;
}

export interface FigureGame {
  id: string;
  title: string;
  /** Who played, where and when. */
  about: string;
  moves: PlayedMove[];
  /** What the end of the log says, and the event that says it where the board cannot. */
  end: string;
  ending?: "GameDrawn" | "PlayerResigned";
}

/** Reads `Nf3/g1f3 fxg1=N+/f2g1n`: each move as written, a slash, its squares and what a pawn becomes. */
export function movesFrom(text: string): PlayedMove[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [san = "", squares = ""] = word.split("/");
      const promote = squares.slice(4);
      return { san, from: squares.slice(0, 2), to: squares.slice(2, 4), ...(promote !== "" && { promote }) };
    });
}

/** The games of the figure. facts.test.ts plays each of them with a chess engine. */
export const games: FigureGame[] = [
  {
    id: "opera",
    title: "Opera Game",
    about: "Paul Morphy against the Duke of Brunswick and Count Isouard, Paris 1858.",
    end: "The board shows it.",
    moves: movesFrom(`
      e4/e2e4 e5/e7e5 Nf3/g1f3 d6/d7d6 d4/d2d4 Bg4/c8g4 dxe5/d4e5 Bxf3/g4f3 Qxf3/d1f3 dxe5/d6e5
      Bc4/f1c4 Nf6/g8f6 Qb3/f3b3 Qe7/d8e7 Nc3/b1c3 c6/c7c6 Bg5/c1g5 b5/b7b5 Nxb5/c3b5 cxb5/c6b5
      Bxb5+/c4b5 Nbd7/b8d7 O-O-O/e1c1 Rd8/a8d8 Rxd7/d1d7 Rxd7/d8d7 Rd1/h1d1 Qe6/e7e6 Bxd7+/b5d7
      Nxd7/f6d7 Qb8+/b3b8 Nxb8/d7b8 Rd8#/d1d8`),
  },
  {
    id: "immortal",
    title: "Immortal Game",
    about: "Adolf Anderssen against Lionel Kieseritzky, London, 21 June 1851.",
    end: "The board shows it.",
    moves: movesFrom(`
      e4/e2e4 e5/e7e5 f4/f2f4 exf4/e5f4 Bc4/f1c4 Qh4+/d8h4 Kf1/e1f1 b5/b7b5 Bxb5/c4b5 Nf6/g8f6
      Nf3/g1f3 Qh6/h4h6 d3/d2d3 Nh5/f6h5 Nh4/f3h4 Qg5/h6g5 Nf5/h4f5 c6/c7c6 g4/g2g4 Nf6/h5f6 Rg1/h1g1
      cxb5/c6b5 h4/h2h4 Qg6/g5g6 h5/h4h5 Qg5/g6g5 Qf3/d1f3 Ng8/f6g8 Bxf4/c1f4 Qf6/g5f6 Nc3/b1c3
      Bc5/f8c5 Nd5/c3d5 Qxb2/f6b2 Bd6/f4d6 Bxg1/c5g1 e5/e4e5 Qxa1+/b2a1 Ke2/f1e2 Na6/b8a6 Nxg7+/f5g7
      Kd8/e8d8 Qf6+/f3f6 Nxf6/g8f6 Be7#/d6e7`),
  },
  {
    id: "gundersen-faul",
    title: "Mate by en passant",
    about: "Gundersen against Faul, 1928. The last move is a capture en passant.",
    end: "The board shows it.",
    moves: movesFrom(`
      e4/e2e4 e6/e7e6 d4/d2d4 d5/d7d5 e5/e4e5 c5/c7c5 c3/c2c3 cxd4/c5d4 cxd4/c3d4 Bb4+/f8b4 Nc3/b1c3
      Nc6/b8c6 Nf3/g1f3 Nge7/g8e7 Bd3/f1d3 O-O/e8g8 Bxh7+/d3h7 Kxh7/g8h7 Ng5+/f3g5 Kg6/h7g6 h4/h2h4
      Nxd4/c6d4 Qg4/d1g4 f5/f7f5 h5+/h4h5 Kh6/g6h6 Nxe6+/g5e6 g5/g7g5 hxg6#/h5g6`),
  },
  {
    id: "fischer-petrosian",
    title: "Three times the same position",
    about: "Fischer against Petrosian. The same position occurs three times.",
    end: "The game is drawn. No piece on the board says so.",
    ending: "GameDrawn",
    moves: movesFrom(`
      e4/e2e4 e6/e7e6 d4/d2d4 d5/d7d5 Nc3/b1c3 Nf6/g8f6 Bg5/c1g5 dxe4/d5e4 Nxe4/c3e4 Be7/f8e7
      Bxf6/g5f6 gxf6/g7f6 g3/g2g3 f5/f6f5 Nc3/e4c3 Bf6/e7f6 Nge2/g1e2 Nc6/b8c6 d5/d4d5 exd5/e6d5
      Nxd5/c3d5 Bxb2/f6b2 Bg2/f1g2 O-O/e8g8 O-O/e1g1 Bh8/b2h8 Nef4/e2f4 Ne5/c6e5 Qh5/d1h5 Ng6/e5g6
      Rad1/a1d1 c6/c7c6 Ne3/d5e3 Qf6/d8f6 Kh1/g1h1 Bg7/h8g7 Bh3/g2h3 Ne7/g6e7 Rd3/d1d3 Be6/c8e6
      Rfd1/f1d1 Bh6/g7h6 Rd4/d3d4 Bxf4/h6f4 Rxf4/d4f4 Rad8/a8d8 Rxd8/d1d8 Rxd8/f8d8 Bxf5/h3f5
      Nxf5/e7f5 Nxf5/e3f5 Rd5/d8d5 g4/g3g4 Bxf5/e6f5 gxf5/g4f5 h6/h7h6 h3/h2h3 Kh7/g8h7 Qe2/h5e2
      Qe5/f6e5 Qh5/e2h5 Qf6/e5f6 Qe2/h5e2 Re5/d5e5 Qd3/e2d3 Rd5/e5d5 Qe2/d3e2`),
  },
  {
    id: "kasparov-topalov",
    title: "A resignation",
    about: "Garry Kasparov against Veselin Topalov, Wijk aan Zee, 20 January 1999.",
    end: "Black resigns. The board does not change.",
    ending: "PlayerResigned",
    moves: movesFrom(`
      e4/e2e4 d6/d7d6 d4/d2d4 Nf6/g8f6 Nc3/b1c3 g6/g7g6 Be3/c1e3 Bg7/f8g7 Qd2/d1d2 c6/c7c6 f3/f2f3
      b5/b7b5 Nge2/g1e2 Nbd7/b8d7 Bh6/e3h6 Bxh6/g7h6 Qxh6/d2h6 Bb7/c8b7 a3/a2a3 e5/e7e5 O-O-O/e1c1
      Qe7/d8e7 Kb1/c1b1 a6/a7a6 Nc1/e2c1 O-O-O/e8c8 Nb3/c1b3 exd4/e5d4 Rxd4/d1d4 c5/c6c5 Rd1/d4d1
      Nb6/d7b6 g3/g2g3 Kb8/c8b8 Na5/b3a5 Ba8/b7a8 Bh3/f1h3 d5/d6d5 Qf4+/h6f4 Ka7/b8a7 Rhe1/h1e1
      d4/d5d4 Nd5/c3d5 Nbxd5/b6d5 exd5/e4d5 Qd6/e7d6 Rxd4/d1d4 cxd4/c5d4 Re7+/e1e7 Kb6/a7b6 Qxd4+/f4d4
      Kxa5/b6a5 b4+/b2b4 Ka4/a5a4 Qc3/d4c3 Qxd5/d6d5 Ra7/e7a7 Bb7/a8b7 Rxb7/a7b7 Qc4/d5c4 Qxf6/c3f6
      Kxa3/a4a3 Qxa6+/f6a6 Kxb4/a3b4 c3+/c2c3 Kxc3/b4c3 Qa1+/a6a1 Kd2/c3d2 Qb2+/a1b2 Kd1/d2d1 Bf1/h3f1
      Rd2/d8d2 Rd7/b7d7 Rxd7/d2d7 Bxc4/f1c4 bxc4/b5c4 Qxh8/b2h8 Rd3/d7d3 Qa8/h8a8 c3/c4c3 Qa4+/a8a4
      Ke1/d1e1 f4/f3f4 f5/f7f5 Kc1/b1c1 Rd2/d3d2 Qa7/a4a7`),
  },
  {
    id: "lasker-trap",
    title: "A pawn becomes a knight",
    about: "The Lasker trap, a line from opening books.",
    end: "The line ends here. The game would go on.",
    moves: movesFrom(`
      d4/d2d4 d5/d7d5 c4/c2c4 e5/e7e5 dxe5/d4e5 d4/d5d4 e3/e2e3 Bb4+/f8b4 Bd2/c1d2 dxe3/d4e3 Bxb4/d2b4
      exf2+/e3f2 Ke2/e1e2 fxg1=N+/f2g1n Rxg1/h1g1 Bg4+/c8g4`),
  },
];
