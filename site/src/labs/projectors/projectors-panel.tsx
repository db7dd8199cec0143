import { shownOrdersTopic } from "../../../../engine/labs/projectors/topic-names.ts";
import { heldRecords } from "../../../../engine/labs/topics/topic-logs.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useStore } from "../../ui/use-store.ts";
import { CrashTable } from "./crash-table.tsx";
import { LastRun } from "./last-run.tsx";
import { ProjectorForm } from "./projector-form.tsx";
import css from "./projectors.css?inline";
import type { ProjectorsStore } from "./projectors-store.ts";
import { ViewsTable } from "./views-table.tsx";

addStylesheet(css);

/** Orders, a projector that can be killed, its views, and a table of every crash point. */
export function ProjectorsPanel({ lab }: { lab: ProjectorsStore }) {
  const { topics, run, views, tries } = useStore(lab.$screen, ({ state }) => state);
  const log = topics[shownOrdersTopic];
  const records = log ? heldRecords(log).length : 0;
  return (
    <div className="lab-sections projectors-lab">
      <ProjectorForm lab={lab} records={records} />
      {run && <LastRun run={run} />}
      <ViewsTable views={views} />
      <CrashTable lab={lab} records={records} tries={tries} />
    </div>
  );
}
