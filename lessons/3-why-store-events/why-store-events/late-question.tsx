import { useId } from "react";
import { FoldRate } from "../../../figures/fold-rate/fold-rate.tsx";
import { number } from "../../../language/numbers.ts";
import { RemovalsPlot } from "./removals-plot.tsx";
import { eventCount, type ItemCounts, questionSource, removedOfHundred } from "./shop-log.ts";

const openLogWorker = () => new Worker(new URL("./log-worker.ts", import.meta.url), { type: "module" });

/** A question that comes after 100,000 events, answered for all of them. */
export function LateQuestion() {
  const id = useId();
  return (
    <section className="late-question" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>A late question to an old log</h3>
      <p>
        The generator of the exercises makes {number(eventCount)} events of a shop, always from the same seed.
        Today somebody asks: of a hundred times that an item is put into a cart, how often is it taken out
        again? A new reducer starts at offset 0. The course’s engine folds it here, in your browser.
      </p>
      <FoldRate
        count={eventCount}
        sources={[{ name: "the new question", source: questionSource }]}
        openLogWorker={openLogWorker}
        question={`How long until the question is answered for ${number(eventCount)} events?`}
        answer={([items]) => <RemovalsPlot shares={removedOfHundred((items ?? {}) as ItemCounts)} />}
      />
    </section>
  );
}
