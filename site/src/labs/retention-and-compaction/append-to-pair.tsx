import { useState } from "react";
import { items } from "../../../../engine/labs/retention-and-compaction/facts.ts";
import { retentionWords as words } from "../../../../language/english/retention-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { RetentionStore } from "./retention-store.ts";

/** One record of one's own into both topics. */
export function AppendToPair({ lab }: { lab: RetentionStore }) {
  const live = useStore(lab.$live);
  const [item, setItem] = useState<string>(items[0]);
  const [value, setValue] = useState(7);
  return (
    <form
      className="lab-form"
      onSubmit={(event) => {
        event.preventDefault();
        void lab.send("AppendToPair", { item, value });
      }}
    >
      <label>
        {words.item}
        <select value={item} onChange={(event) => setItem(event.currentTarget.value)}>
          {items.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label>
        {words.value}
        <input
          type="number"
          min={-1_000}
          max={1_000}
          required
          value={value}
          onChange={(event) => setValue(Number(event.currentTarget.value))}
        />
      </label>
      <button type="submit" className="action quiet" disabled={!live}>
        {words.append}
      </button>
      <button
        type="button"
        className="action quiet"
        disabled={!live}
        onClick={() => void lab.send("AppendToPair", { item, value: null })}
      >
        {words.tombstone}
      </button>
    </form>
  );
}
