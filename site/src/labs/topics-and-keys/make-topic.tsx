import { type FormEvent, useId, useState } from "react";
import { topicsAndKeysLimits } from "../../../../engine/labs/topics-and-keys/limits.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { TopicsAndKeysStore } from "./topics-and-keys-store.ts";

export function MakeTopic({ lab }: { lab: TopicsAndKeysStore }) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.includes("MakeTopic"));
  const [name, setName] = useState("orders");
  const [partitions, setPartitions] = useState(3);
  const hint = useId();
  const make = (event: FormEvent) => {
    event.preventDefault();
    void lab.send("MakeTopic", { name, partitions });
  };
  return (
    <form className="lab-form" onSubmit={make} aria-describedby={hint}>
      <label>
        {words.name}
        <span className="keys-name">
          <code>mine.lab-keys-</code>
          <input
            value={name}
            pattern="[a-z][a-z0-9\-]*"
            maxLength={20}
            required
            size={10}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </span>
      </label>
      <label>
        {words.partitions}
        <input
          type="number"
          min={1}
          max={topicsAndKeysLimits.partitions}
          value={partitions}
          required
          onChange={(event) => setPartitions(Number(event.currentTarget.value))}
        />
      </label>
      <button type="submit" className="action" disabled={!live || busy}>
        {words.make}
      </button>
      <p id={hint} className="lab-soft">
        {words.madeHint}
      </p>
    </form>
  );
}
