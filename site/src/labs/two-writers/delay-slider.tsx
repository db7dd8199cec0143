import { twoWritersLimits } from "../../../../engine/labs/two-writers/limits.ts";
import { twoWritersWords as words } from "../../../../language/english/two-writers-lab.ts";

/** In ms. */
const step = 50;

interface DelaySliderProps {
  label: string;
  /** In ms. */
  value: number;
  choose(value: number): void;
}

export function DelaySlider({ label, value, choose }: DelaySliderProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={twoWritersLimits.delayMilliseconds}
        step={step}
        value={value}
        aria-valuetext={words.ms(value)}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      />
      <output aria-live="off">{words.ms(value)}</output>
    </label>
  );
}
