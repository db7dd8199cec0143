import type { SceneProps } from "../../../figures/scene-props.ts";
import { ChessBoardView } from "../../../figures/views/chess-board-view.tsx";
import { numbered } from "./game-at-ply.ts";
import { type FigureGame, games } from "./game-data.ts";
import { enPassantBefore2023, fenFieldNames, fenFields, type Position, positionsOf } from "./position.ts";

const opera = games[0] as FigureGame;
const movesUpTo = (events: SceneProps["events"]) => opera.moves.slice(0, events.length);
const positionAfter = (events: SceneProps["events"]) => positionsOf(movesUpTo(events)).at(-1) as Position;

/** The board as a camera sees it: the pieces, and nothing of the game. */
function Photograph({ events }: SceneProps) {
  const ply = movesUpTo(events).length;
  return (
    <figure className="chess-scene">
      <figcaption>The photograph: every piece is where the players put it. Whose turn is it?</figcaption>
      <ChessBoardView
        state={{ squares: positionAfter(events).squares }}
        label={`A photograph after ply ${ply}.`}
      />
    </figure>
  );
}

function Fen({ events }: SceneProps) {
  return (
    <FenTable
      caption="The same moment as a FEN"
      fields={[fenFields(positionAfter(events))]}
      heads={["value"]}
    />
  );
}

/** The FEN as it was written before and after the change of 2023. */
function TwoSpellings({ events }: SceneProps) {
  const now = fenFields(positionAfter(events));
  const before = now.with(3, enPassantBefore2023(movesUpTo(events)));
  return (
    <FenTable
      caption="One position, two spellings"
      fields={[before, now]}
      heads={["until 2022", "since 2023"]}
      names={["turn", "castling", "en passant"]}
    />
  );
}

interface FenTableProps {
  caption: string;
  /** The six fields of each FEN. */
  fields: string[][];
  /** A heading for each FEN. */
  heads: string[];
  /** The fields that are shown; all without it. */
  names?: string[];
}

function FenTable({ caption, fields, heads, names = fenFieldNames }: FenTableProps) {
  return (
    <table className="chess-scene-fen">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">field</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const values = fields.map((each) => each[fenFieldNames.indexOf(name)]);
          return (
            <tr key={name} className={new Set(values).size > 1 ? "differs" : undefined}>
              <th scope="row">{name}</th>
              {values.map((value, column) => (
                <td key={heads[column]}>{value}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The sheet of paper: every move so far, as players write them. */
function ScoreSheet({ events }: SceneProps) {
  const moves = movesUpTo(events);
  return (
    <figure className="chess-scene">
      <p className="chess-line">
        {moves.length === 0
          ? "no move yet"
          : moves.map(({ san }, at) => (at % 2 === 0 ? numbered(at + 1, san) : san)).join(" ")}
      </p>
      <figcaption>The sheet of paper: {opera.about}</figcaption>
    </figure>
  );
}

export const scenes = { photograph: Photograph, fen: Fen, spellings: TwoSpellings, sheet: ScoreSheet };
