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
  return (
    <div className="chess-transport">
      <div className="chess-buttons">
        <button type="button" aria-label="To the start" disabled={read === 0} onClick={() => onMove(0)}>
          |◀
        </button>
        <button
          type="button"
          aria-label="One record back"
          disabled={read === 0}
          onClick={() => onMove(read - 1)}
        >
          ◀
        </button>
        <button type="button" className="chess-step" disabled={read === end} onClick={() => onMove(read + 1)}>
          Step ▶
        </button>
        <button type="button" aria-label="To the end" disabled={read === end} onClick={() => onMove(end)}>
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
