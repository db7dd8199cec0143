import { Chess } from "chess.js";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { Case } from "../../engine/grading/checks.ts";

/** A game as it was written down, and the hour at which our log starts to tell it. */
interface Game {
  moves: string;
  /** Invented: Kafka counts time from 1970, and most of these games are older. One move a minute. */
  startsAt: string;
  /** An ending that no board shows. */
  ending?: "PlayerResigned" | "GameDrawn";
}

/** The games of topic `course.chess`, by record key. */
export const games = {
  opera: {
    startsAt: "2026-03-07T10:00:00Z",
    moves: `1. e4 e5 2. Nf3 d6 3. d4 Bg4 4. dxe5 Bxf3 5. Qxf3 dxe5 6. Bc4 Nf6 7. Qb3 Qe7 8. Nc3 c6 9. Bg5 b5
      10. Nxb5 cxb5 11. Bxb5+ Nbd7 12. O-O-O Rd8 13. Rxd7 Rxd7 14. Rd1 Qe6 15. Bxd7+ Nxd7 16. Qb8+ Nxb8 17. Rd8#`,
  },
  "robinson-rhine": {
    startsAt: "2026-03-07T12:00:00Z",
    moves: `1. e4 c5 2. c4 Nc6 3. Nc3 g6 4. d4 cxd4 5. Nce2 Bg7 6. b3 e5 7. Bb2 Nf6 8. Nf3 Nxe4 9. Nxe5 Bxe5
      10. Nxd4 Qa5+ 11. b4 Qxb4+ 12. Ke2 Qxb2+ 13. Kf3 Qxf2+ 14. Kxe4 d5+ 15. Kxd5 Be6+ 16. Kc5 Bxd4+ 17. Kd6 O-O-O#`,
  },
  "gundersen-faul": {
    startsAt: "2026-03-07T14:00:00Z",
    moves: `1. e4 e6 2. d4 d5 3. e5 c5 4. c3 cxd4 5. cxd4 Bb4+ 6. Nc3 Nc6 7. Nf3 Nge7 8. Bd3 O-O 9. Bxh7+ Kxh7
      10. Ng5+ Kg6 11. h4 Nxd4 12. Qg4 f5 13. h5+ Kh6 14. Nxe6+ g5 15. hxg6#`,
  },
  "lasker-trap": {
    startsAt: "2026-03-07T16:00:00Z",
    moves: "1. d4 d5 2. c4 e5 3. dxe5 d4 4. e3 Bb4+ 5. Bd2 dxe3 6. Bxb4 exf2+ 7. Ke2 fxg1=N+ 8. Rxg1 Bg4+",
  },
  "fischer-petrosian": {
    startsAt: "2026-03-07T18:00:00Z",
    ending: "GameDrawn",
    moves: `1. e4 e6 2. d4 d5 3. Nc3 Nf6 4. Bg5 dxe4 5. Nxe4 Be7 6. Bxf6 gxf6 7. g3 f5 8. Nc3 Bf6 9. Nge2 Nc6
      10. d5 exd5 11. Nxd5 Bxb2 12. Bg2 O-O 13. O-O Bh8 14. Nef4 Ne5 15. Qh5 Ng6 16. Rad1 c6 17. Ne3 Qf6 18. Kh1 Bg7
      19. Bh3 Ne7 20. Rd3 Be6 21. Rfd1 Bh6 22. Rd4 Bxf4 23. Rxf4 Rad8 24. Rxd8 Rxd8 25. Bxf5 Nxf5 26. Nxf5 Rd5
      27. g4 Bxf5 28. gxf5 h6 29. h3 Kh7 30. Qe2 Qe5 31. Qh5 Qf6 32. Qe2 Re5 33. Qd3 Rd5 34. Qe2`,
  },
} satisfies Record<string, Game>;

type GameId = keyof typeof games;

/** The moves of a written game, without numbers: `["e4", "e5", …]`. */
export function sanOf(moves: string): string[] {
  return moves
    .split(/\s+/)
    .map((word) => word.replace(/^\d+\.+/, ""))
    .filter((word) => word !== "");
}

/** What a move adds to the log. `promote` is there only where a pawn was promoted. */
export function moveMadeEvent({
  from,
  to,
  promotion,
}: {
  from: string;
  to: string;
  promotion?: string;
}): NewEvent {
  return {
    type: "MoveMade",
    data: promotion === undefined ? { from, to } : { from, to, promote: promotion },
  };
}

/** The log of one game: a `MoveMade` for each ply, and its ending where the board cannot show it. */
export function recordsOf(id: GameId): Case["records"] {
  const game: Game = games[id];
  const chess = new Chess();
  const events: NewEvent[] = sanOf(game.moves).map((san) => moveMadeEvent(chess.move(san)));
  if (game.ending !== undefined) events.push({ type: game.ending, data: {} });
  return events.map((event, ply) => ({
    key: id,
    event: {
      ...event,
      metadata: {
        id: `${id}-${ply + 1}`,
        occurredAt: new Date(Date.parse(game.startsAt) + ply * 60_000).toISOString().replace(".000Z", "Z"),
      },
    },
  }));
}
