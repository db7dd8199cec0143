import { stepSliderWords as words } from "../../language/english/figures.ts";
import "../figure-button.css";
import "./step-slider.css";

export interface StepSliderProps {
  /** Names the slider for a screen reader. */
  label: string;
  /** How many records there are. */
  count: number;
  /** The offset folded last, -1 before the first record. */
  offset: number;
  /** What happened at this step; read out when it changes. */
  narration: string;
  /** Says in words where a step is; without it by the offset, which is enough for a log of one partition. */
  place?(offset: number): string;
  onMove(offset: number): void;
}

/** Moves a figure through a log: one step back, a slider, one step on, and a sentence about the step. */
export function StepSlider(props: StepSliderProps) {
  const { label, count, offset, narration, place = words.place, onMove } = props;
  const last = count - 1;
  // A button that leads nowhere keeps the focus, so that the keyboard does not lose its place at either end.
  const leadsTo = (to: number) => ({
    "aria-disabled": to < -1 || to > last,
    onClick: () => onMove(Math.max(-1, Math.min(last, to))),
  });
  return (
    <div className="step-slider">
      <button type="button" className="figure-button" {...leadsTo(offset - 1)}>
        <span aria-hidden="true">← </span>
        {words.back}
      </button>
      <input
        type="range"
        min={-1}
        max={last}
        value={offset}
        onChange={({ target }) => onMove(Number(target.value))}
        aria-label={label}
        aria-valuetext={place(offset)}
      />
      <button type="button" className="figure-button lit" {...leadsTo(offset + 1)}>
        {words.step}
        <span aria-hidden="true"> →</span>
      </button>
      <p aria-live="polite">{narration}</p>
    </div>
  );
}
