import { useState } from "react";
import { ChessBoardView } from "../../../figures/views/chess-board-view.tsx";
import { numbered } from "./game-at-ply.ts";
import type { PlayedMove } from "./game-data.ts";
import { fenFields, type Position, positionsOf } from "./position.ts";
import { type Pair, samePositionPairs } from "./same-position-pairs.ts";

const compared = ["pieces", "turn", "castling", "en passant"];

/** Two boards: the left one is played, the right one is played by the learner until the pictures are the same. */
export function SamePicture() {
  const [pair, setPair] = useState(samePositionPairs[0] as Pair);
  const [played, setPlayed] = useState(pair.begins);
  const choose = (chosen: Pair) => {
    setPair(chosen);
    setPlayed(chosen.begins);
  };
  const left = positionsOf(pair.left);
  const right = positionsOf(pair.right);
  const here = right[played] as Position;
  const goal = left.at(-1) as Position;
  const done = played === pair.right.length;
  const next = pair.right[played];
  return (
    <section className="chess-pair" aria-label="Same picture, other past">
      <h3>Same picture, other past</h3>
      <fieldset className="chess-pairs" aria-label="Which pair">
        {samePositionPairs.map((each) => (
          <button key={each.id} type="button" aria-pressed={each === pair} onClick={() => choose(each)}>
            {each.title}
          </button>
        ))}
      </fieldset>
      <div className="chess-two">
        <Side name="Left board" moves={pair.left} position={goal} />
        <Side
          name="Right board"
          moves={pair.right.slice(0, played)}
          position={here}
          // Once the pictures are the same, no mark may tell them apart.
          before={done ? undefined : right[played - 1]}
        />
      </div>
      <div className="chess-buttons">
        <button
          type="button"
          className="chess-step"
          onClick={() => setPlayed(next === undefined ? pair.begins : played + 1)}
        >
          {next === undefined ? "Start again" : `Right board: play ${numbered(played + 1, next.san)}`}
        </button>
      </div>
      <div aria-live="polite">
        {done ? <Verdict pair={pair} left={goal} right={here} /> : <NotYet pair={pair} played={played} />}
      </div>
    </section>
  );
}

function Side(props: {
  name: string;
  moves: PlayedMove[];
  position: Position;
  before?: Position | undefined;
}) {
  const { name, moves, position, before } = props;
  const list = moves.map(({ san }, at) => (at % 2 === 0 ? numbered(at + 1, san) : san)).join(" ");
  return (
    <figure>
      <ChessBoardView
        state={{ squares: position.squares }}
        {...(before !== undefined && { before: { squares: before.squares } })}
        label={`${name}, after ply ${moves.length}.`}
      />
      <figcaption>
        {name}: <span className="chess-line">{list === "" ? "no move yet" : list}</span>
      </figcaption>
    </figure>
  );
}

function NotYet({ pair, played }: { pair: Pair; played: number }) {
  const left = pair.right.length - played;
  return (
    <p className="chess-says">
      Continue on the right board. After {left === 1 ? "one more move" : `${left} more moves`}, the two
      pictures are the same{pair.begins > 0 && " again"}.
    </p>
  );
}

function Verdict({ pair, left, right }: { pair: Pair; left: Position; right: Position }) {
  const [a, b] = [fenFields(left), fenFields(right)];
  return (
    <>
      <table className="chess-verdict">
        <thead>
          <tr>
            <th scope="col">Now</th>
            <th scope="col">left</th>
            <th scope="col">right</th>
          </tr>
        </thead>
        <tbody>
          {compared.map((field, i) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              {i === 0 ? (
                <td colSpan={2}>{a[i] === b[i] ? "the same" : "different"}</td>
              ) : (
                [a, b].map((fields, side) => (
                  <td key={side === 0 ? "left" : "right"} className={a[i] === b[i] ? "" : "differs"}>
                    {fields[i]}
                    {a[i] !== b[i] && <span className="chess-hidden"> (differs)</span>}
                  </td>
                ))
              )}
            </tr>
          ))}
          <tr>
            <th scope="row">{pair.asks}</th>
            <td>{pair.leftSays}</td>
            <td>{pair.rightSays}</td>
          </tr>
        </tbody>
      </table>
      <p className="chess-says">{pair.moral}</p>
    </>
  );
}
