import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useStore } from "../../ui/use-store.ts";
import css from "./capture.css?inline";
import type { CaptureStore } from "./capture-store.ts";
import { ChangeTable } from "./change-table.tsx";
import { RunStreams } from "./run-streams.tsx";
import { SqlSection } from "./sql-section.tsx";
import { TablePair } from "./table-pair.tsx";
import { WorkerSection } from "./worker-section.tsx";

addStylesheet(css);

/** A capture, the tables it reads, the records it publishes, and the tables that a fold makes of them. */
export function CapturePanel({ lab }: { lab: CaptureStore }) {
  const state = useStore(lab.$screen, ({ state }) => state);
  return (
    <div className="lab-sections change-capture">
      <WorkerSection lab={lab} state={state} />
      <SqlSection lab={lab} state={state} />
      <RunStreams state={state} />
      <ChangeTable state={state} />
      <TablePair state={state} />
    </div>
  );
}
