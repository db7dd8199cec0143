import { useRef, useState } from "react";
import { AppendOnlyLog } from "../../../figures/log-and-table/append-only-log.tsx";
import { OverwrittenTable } from "../../../figures/log-and-table/overwritten-table.tsx";
import { Timeline } from "../../../figures/timeline/timeline.tsx";
import { CartView } from "../../../figures/views/cart-view.tsx";
import { AppendCorrections } from "./append-corrections.tsx";
import { cartsTable, tableColumns, tableNarration } from "./carts-table.ts";
import { exampleEvents, helpDesk, linesAfter, timeOf } from "./example-events.ts";
import { logLines, narration, onTheClock } from "./narration.ts";
import { StepsTable } from "./steps-table.tsx";
import { WhoCanTell } from "./who-can-tell.tsx";
import "./figure.css";

/** The figure opens at five past nine, when the third t-shirt is written over the second. */
const opening = 3;

/** One morning, kept twice: a table that is written over, a log that is only written on, and one slider for both. */
export default function OneMorningKeptTwice() {
  const [offset, setOffset] = useState(opening);
  const [marked, setMarked] = useState<number[]>([]);
  const pages = useRef<HTMLDivElement>(null);
  const events = exampleEvents.slice(0, offset + 1);
  const here = events.at(-1);
  const go = (to: number) => {
    setOffset(Math.min(Math.max(to, -1), exampleEvents.length - 1));
    setMarked([]);
  };
  return (
    <div className="kept-twice">
      <Timeline
        label="The morning on its clock"
        events={onTheClock(exampleEvents)}
        current={offset}
        moments={[helpDesk]}
        onPick={go}
      />
      <div className="kept" ref={pages}>
        <section aria-labelledby="kept-table">
          <h3 id="kept-table">A table</h3>
          <OverwrittenTable
            caption="carts, where cart_id is cart-1"
            columns={tableColumns}
            rows={cartsTable(events)}
          />
          <p className="kept-said">{tableNarration(events)}</p>
        </section>
        <section aria-labelledby="kept-log">
          <h3 id="kept-log">A log</h3>
          <p className="kept-caption">course.carts, partition 0, key cart-1</p>
          <AppendOnlyLog
            label="Records of cart-1"
            records={logLines(exampleEvents)}
            written={offset + 1}
            marked={marked}
          />
          <h4>The cart, folded from the log</h4>
          <CartView
            state={{ lines: linesAfter(events) }}
            before={{ lines: linesAfter(events.slice(0, -1)) }}
          />
        </section>
        <div className="kept-transport">
          <button type="button" onClick={() => go(offset - 1)} aria-disabled={offset === -1}>
            ← Back
          </button>
          <input
            type="range"
            min={-1}
            max={exampleEvents.length - 1}
            value={offset}
            onChange={({ target }) => go(Number(target.value))}
            aria-label="How much of the morning has happened"
            aria-valuetext={here ? `offset ${offset}, ${timeOf(here)}` : "before offset 0"}
          />
          <button
            type="button"
            onClick={() => go(offset + 1)}
            aria-disabled={offset === exampleEvents.length - 1}
          >
            Step →
          </button>
          <p className="kept-narration" aria-live="polite">
            {narration(events)}
          </p>
        </div>
      </div>
      <StepsTable />
      <WhoCanTell
        onLook={(look) => {
          setOffset(look.offset);
          setMarked(look.marked);
          pages.current?.scrollIntoView({ block: "nearest" });
        }}
      />
      <AppendCorrections />
    </div>
  );
}
