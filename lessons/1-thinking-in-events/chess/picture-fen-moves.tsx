import { useEffect, useRef } from "react";
import { describeBoard } from "../../../figures/views/chess-board-squares.ts";
import { ChessBoardView } from "../../../figures/views/chess-board-view.tsx";
import { describeMove, type GameAtPly, numbered } from "./game-at-ply.ts";
import { fenFieldNames, fenFields, type Position, positionsOf } from "./position.ts";

/** The same moment three times: as a picture, as a FEN, as the list of moves so far. */
export function PictureFenMoves({ moment, onPick }: { moment: GameAtPly; onPick(read: number): void }) {
  const { position, before, game, ply } = moment;
  return (
    <div className="chess-readers">
      <section aria-label="A picture">
        <h3>A picture</h3>
        <ChessBoardView
          state={{ squares: position.squares }}
          {...(before !== null && { before: { squares: before.squares } })}
          label={`After ply ${ply}.`}
        />
        <details>
          <summary>The picture in words</summary>
          <p>{describeBoard(position.squares)}</p>
        </details>
      </section>
      <div className="chess-written">
        <section aria-label="A FEN">
          <h3>A FEN</h3>
          <dl className="chess-fen">
            {fenFields(position).map((field, i) => (
              <div key={fenFieldNames[i]}>
                <dt>{fenFieldNames[i]}</dt>
                <dd>{field}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-label="The moves">
          <h3>The moves</h3>
          <MoveList moment={moment} onPick={onPick} />
        </section>
      </div>
      <details className="chess-table">
        <summary>{game.title} as a table</summary>
        <MoveTable moment={moment} />
      </details>
    </div>
  );
}

/** Every record of the game; those not read yet are pale. One of them can be reached by Tab, the others by arrow keys. */
function MoveList({
  moment: { game, ply, ended },
  onPick,
}: {
  moment: GameAtPly;
  onPick(read: number): void;
}) {
  const scroller = useRef<HTMLOListElement>(null);
  const read = ended ? ply + 1 : ply;
  useEffect(() => {
    const [list, here] = [scroller.current, scroller.current?.querySelector<HTMLElement>("[aria-current]")];
    if (!list) return;
    // Only this list may scroll: scrollIntoView would move the page under the reader.
    list.scrollTop = here ? here.offsetTop - list.clientHeight / 2 : 0;
  }, [read, game]);
  const items = game.moves.map(({ san }, at) => ({
    at: at + 1,
    text: at % 2 === 0 ? numbered(at + 1, san) : san,
  }));
  if (game.ending !== undefined)
    items.push({ at: game.moves.length + 1, text: `${game.ending} (an event, not a move)` });
  return (
    <ol className="chess-moves" ref={scroller}>
      {items.map(({ at, text }) => (
        <li key={at}>
          <button
            type="button"
            className={at > read ? "ahead" : ""}
            aria-current={at === read ? "step" : undefined}
            tabIndex={at === Math.max(1, read) ? 0 : -1}
            onClick={() => onPick(at)}
          >
            {text}
          </button>
        </li>
      ))}
    </ol>
  );
}

function MoveTable({ moment: { game } }: { moment: GameAtPly }) {
  const positions = positionsOf(game.moves);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Ply</th>
          <th scope="col">Move</th>
          <th scope="col">What happened</th>
        </tr>
      </thead>
      <tbody>
        {game.moves.map((move, at) => (
          <tr key={at}>
            <td>{at + 1}</td>
            <td>{move.san}</td>
            <td>{describeMove(positions[at] as Position, move)}</td>
          </tr>
        ))}
        {game.ending !== undefined && (
          <tr>
            <td>–</td>
            <td>{game.ending}</td>
            <td>{game.end}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
