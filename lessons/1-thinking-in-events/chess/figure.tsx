import { type KeyboardEvent, useMemo, useState } from "react";
import { describeGameAtPly, gameAtPly, recordsIn } from "./game-at-ply.ts";
import { type FigureGame, games } from "./game-data.ts";
import { PictureFenMoves } from "./picture-fen-moves.tsx";
import { QuestionTable } from "./question-table.tsx";
import { SamePicture } from "./same-picture.tsx";
import { Transport } from "./transport.tsx";
import "./figure.css";

/** The figure opens at the photograph of the lesson: the Opera Game after twelve plies. */
const photographed = 12;

/** One game, three readers of the same moment, eight questions; below, two games with the same picture. */
export default function Figure() {
  const [game, setGame] = useState(games[0] as FigureGame);
  const [read, setRead] = useState(photographed);
  const moment = useMemo(() => gameAtPly(game, read), [game, read]);
  const end = recordsIn(game);

  const choose = (id: string) => {
    const chosen = games.find((each) => each.id === id) ?? game;
    setGame(chosen);
    setRead(0);
  };
  // Arrow keys act while focus is inside; a slider and a list of games have arrow keys of their own.
  const onKeyDown = (event: KeyboardEvent) => {
    const own = (event.target as HTMLElement).closest("select, input");
    if (own !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowLeft: read - 1, ArrowRight: read + 1, Home: 0, End: end }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setRead(Math.max(0, Math.min(end, to)));
  };

  return (
    <div className="chess">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are a second way to the buttons inside */}
      <div className="chess-game" onKeyDown={onKeyDown}>
        <div className="chess-choice">
          <label>
            Game{" "}
            <select value={game.id} onChange={(event) => choose(event.target.value)}>
              {games.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <span>{game.about}</span>
        </div>
        <PictureFenMoves moment={moment} onPick={setRead} />
        <Transport read={read} end={end} says={describeGameAtPly(moment)} onMove={setRead} />
        <QuestionTable moment={moment} />
      </div>
      <SamePicture />
    </div>
  );
}
