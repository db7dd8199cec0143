import { useState } from "react";
import { type StepOrder, stepOrderNames, stepsOf } from "../../../../engine/labs/projectors/step-orders.ts";
import { shownOrdersTopic } from "../../../../engine/labs/projectors/topic-names.ts";
import { projectorsWords as words } from "../../../../language/english/projectors-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { ProjectorsStore } from "./projectors-store.ts";

/** Places orders, and runs the projector with or without a crash. */
export function ProjectorForm({ lab, records }: { lab: ProjectorsStore; records: number }) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.length > 0);
  const [order, setOrder] = useState<StepOrder>("commit-first");
  const [killAfter, setKillAfter] = useState<number | null>(1);
  const off = !live || busy;
  const choose = (chosen: StepOrder) => {
    setOrder(chosen);
    if (killAfter !== null) setKillAfter(Math.min(killAfter, stepsOf[chosen].length));
  };
  return (
    <section aria-labelledby="projectors-run">
      <h2 id="projectors-run">{words.run}</h2>
      <p className="lab-lead">{words.lead}</p>
      <p className="projectors-actions">
        {[1, 3].map((count) => (
          <button
            key={count}
            type="button"
            className="action"
            disabled={off}
            onClick={() => void lab.send("PlaceOrders", { count })}
          >
            {words.place(count)}
          </button>
        ))}
      </p>
      <p className="lab-soft">{records === 0 ? words.none : words.inTopic(records, shownOrdersTopic)}</p>
      <p className="projectors-actions">
        <label>
          {words.order}{" "}
          <select value={order} onChange={(event) => choose(event.currentTarget.value as StepOrder)}>
            {stepOrderNames.map((name) => (
              <option key={name} value={name}>
                {words.orderNames[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.kill}{" "}
          <select
            value={killAfter ?? ""}
            onChange={({ currentTarget: { value } }) => setKillAfter(value === "" ? null : Number(value))}
          >
            <option value="">{words.never}</option>
            {(["read", ...stepsOf[order]] as const).map((step, n) => (
              <option key={step} value={n}>
                {words.point(step)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="action"
          disabled={off || records === 0}
          onClick={() => void lab.send("RunProjector", { order, killAfter })}
        >
          {words.start}
        </button>
      </p>
    </section>
  );
}
