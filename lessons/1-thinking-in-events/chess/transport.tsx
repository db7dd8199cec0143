interface TransportProps {
  /** How many records have been read, and how many there are. */
  read: number;
  end: number;
  /** The account of this place, read out when it changes. */
  says: string;
  onMove(read: number): void;
}

/** Ends, one step either way, and a slider over the records of a game. */
export function Transport({ read, end, says, onMove }: TransportProps) {
  // A button that goes nowhere keeps its focus, so that the arrow keys go on working at either end.
  const going = (to: number) => ({
    "aria-disabled": to < 0 || to > end || to === read,
    onClick: () => onMove(Math.max(0, Math.min(end, to))),
  });
  return (
    <div className="chess-transport">
      <div className="chess-buttons">
        <button type="button" aria-label="To the start" {...going(0)}>
          |◀
        </button>
        <button type="button" aria-label="One record back" {...going(read - 1)}>
          ◀
        </button>
        <button type="button" className="chess-step" {...going(read + 1)}>
          Step ▶
        </button>
        <button type="button" aria-label="To the end" {...going(end)}>
          ▶|
        </button>
        <input
          type="range"
          aria-label="Records read"
          aria-valuetext={`${read} of ${end}`}
          min={0}
          max={end}
          value={read}
          onChange={(event) => onMove(Number(event.target.value))}
        />
        <span className="chess-count">
          {read} of {end}
        </span>
      </div>
      <p className="chess-says" aria-live="polite">
        {says}
      </p>
    </div>
  );
}
