import { type FormEvent, useState } from "react";
import { retentionWords as words } from "../../../../language/english/retention-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { RetentionStore } from "./retention-store.ts";

/** Asks Kafka to delete what is before an offset. */
export function DeleteRecords({ lab, end }: { lab: RetentionStore; end: number }) {
  const live = useStore(lab.$live);
  const [before, setBefore] = useState(3);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void lab.send("DeleteRecords", { before });
  };
  return (
    <form className="lab-form" onSubmit={submit}>
      <label>
        {words.deleteBefore}
        <input
          type="number"
          min={0}
          max={end}
          required
          value={before}
          onChange={(event) => setBefore(Number(event.currentTarget.value))}
        />
      </label>
      <button type="submit" className="action quiet" disabled={!live}>
        {words.delete}
      </button>
    </form>
  );
}
