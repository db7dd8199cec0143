import { useId, useState } from "react";
import { foldRateWords as words } from "../../language/english/fold-rate.ts";

/** Powers of ten that the slider goes through, in halves. */
const least = 3;
const most = 10;

/** How long a log of the reader's own size would take at a rate of `rate` events a second. */
export function RecoveryTime({ rate }: { rate: number }) {
  const id = useId();
  const [power, setPower] = useState(8);
  const count = roundCount(power);
  return (
    <p className="fold-rate-recovery">
      <label htmlFor={id}>{words.howLong}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={0.5}
        value={power}
        onChange={({ target }) => setPower(Number(target.value))}
        aria-valuetext={words.events(count)}
      />
      <output htmlFor={id}>{words.recovery(count, count / rate)}</output>
    </p>
  );
}

/** 10 to this power; a half is 3 times as many, so that the number is round. */
function roundCount(power: number): number {
  return 10 ** Math.floor(power) * (Number.isInteger(power) ? 1 : 3);
}
