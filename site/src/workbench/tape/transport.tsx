import { type KeyboardEvent, type ReactNode, useState } from "react";
import { transportWords } from "../../../../language/english/tape.ts";
import { ScrubSlider } from "./scrub-slider.tsx";
import { TransportIcon } from "./transport-icons.tsx";

export interface TransportProps {
  /** Index of the step folded last, -1 before the first. */
  cursor: number;
  /** The last step that can be reached. */
  last: number;
  /** How many steps there are, reached or not. */
  total: number;
  /** "offset 3", or what else the step is. */
  place: string;
  playing: boolean;
  speed: number;
  /** Only back, Step and where one is: the first meeting. */
  simple: boolean;
  /** Whether Step is the next thing to do. */
  lit: boolean;
  go(to: number): void;
  play(): void;
  pause(): void;
  setSpeed(speed: number): void;
  /** Jumps to an offset; false when no record has it. */
  jump(offset: number): boolean;
  keys: boolean;
  /** What stands at the end of the row. */
  children?: ReactNode;
}

/** More records than these are not to be reached by stepping and dragging alone, on a phone either. */
const aFew = 200;

const speeds = [0.5, 1, 2, 4, 8];

/** Step, back, ends, play, scrub, jump. Arrow keys, Home, End and Space act while focus is in here. */
export function Transport(props: TransportProps) {
  const { cursor, last, total, place, playing, speed, simple, lit, go, play, pause } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!props.keys || event.ctrlKey || event.metaKey || event.altKey) return;
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    const to = { ArrowRight: cursor + 1, ArrowLeft: cursor - 1, Home: -1, End: last }[event.key];
    // The slider and the number field keep their own arrows.
    if (to !== undefined && !inField) go(to);
    else if (event.key === " " && !inField && !(event.target instanceof HTMLButtonElement))
      playing ? pause() : play();
    else return;
    event.preventDefault();
  };
  return (
    <fieldset
      className={`wb-transport${simple ? " simple" : ""}${total > aFew ? " long" : ""}`}
      aria-label={transportWords.name}
      onKeyDown={onKeyDown}
    >
      <div className="wb-buttons">
        {!simple && (
          <Key label={transportWords.toStart} sign="start" onClick={() => go(-1)} off={cursor < 0} />
        )}
        <Key label={transportWords.back} sign="back" onClick={() => go(cursor - 1)} off={cursor < 0} />
        <button
          type="button"
          className={`wb-step${lit ? " lit" : ""}`}
          aria-disabled={cursor >= last}
          onClick={() => go(cursor + 1)}
        >
          {transportWords.step} <span aria-hidden="true">→</span>
        </button>
        {!simple && (
          <Key label={transportWords.toEnd} sign="end" onClick={() => go(last)} off={cursor >= last} />
        )}
        {!simple && (
          <button type="button" className="wb-key wb-play" onClick={playing ? pause : play}>
            {playing ? transportWords.pause : transportWords.play}
          </button>
        )}
        {!simple && (
          <select
            className="wb-speed"
            aria-label={transportWords.speed}
            value={speed}
            onChange={(event) => props.setSpeed(Number(event.target.value))}
          >
            {speeds.map((value) => (
              <option key={value} value={value}>
                {transportWords.times(value)}
              </option>
            ))}
          </select>
        )}
      </div>
      {!simple && (
        <ScrubSlider
          value={cursor}
          last={last}
          aria-label={transportWords.scrub}
          aria-valuetext={
            cursor < 0 ? transportWords.beforeFirst : transportWords.at(place, cursor + 1, total)
          }
          go={go}
        />
      )}
      {/* An output that stays silent: the workbench has one live region, and it tells the whole step. */}
      <output className="wb-readout" aria-live="off">
        {cursor < 0 ? (
          transportWords.readoutStart(total)
        ) : (
          <>
            <span>{place}</span>
            {transportWords.readoutCount(cursor + 1, total)}
          </>
        )}
      </output>
      {!simple && <Jump jump={props.jump} />}
      {props.children}
    </fieldset>
  );
}

interface KeyProps {
  label: string;
  sign: "start" | "back" | "end";
  onClick(): void;
  off: boolean;
}

function Key({ label, sign, onClick, off }: KeyProps) {
  // aria-disabled keeps focus where it is when an end is reached; a disabled button would throw it away.
  return (
    <button
      type="button"
      className="wb-key"
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={onClick}
    >
      <TransportIcon name={sign} />
    </button>
  );
}

function Jump({ jump }: { jump(offset: number): boolean }) {
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="wb-jump"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get("offset");
        setMissing(text !== "" && !jump(Number(text)));
      }}
    >
      <label>
        <span>{transportWords.toOffset}</span>
        <input name="offset" inputMode="numeric" pattern="[0-9]*" size={4} aria-invalid={missing} />
      </label>
      {missing && <span className="wb-missing">{transportWords.notOnTape}</span>}
    </form>
  );
}
