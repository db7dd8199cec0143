import { shownOrdersTopic } from "../../../../engine/labs/replayed-effects/topic-names.ts";
import { heldRecords } from "../../../../engine/labs/topics/topic-logs.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useStore } from "../../ui/use-store.ts";
import { InboxView } from "./inbox-view.tsx";
import { LastRun } from "./last-run.tsx";
import { OrdersSection } from "./orders-section.tsx";
import css from "./replayed-effects.css?inline";
import type { ReplayedEffectsStore } from "./replayed-effects-store.ts";

addStylesheet(css);

/** Orders, a mailer that reads them, and the mails that it has sent. */
export function ReplayedEffectsPanel({ lab }: { lab: ReplayedEffectsStore }) {
  const { topics, inbox, run, alarms } = useStore(lab.$screen, ({ state }) => state);
  const log = topics[shownOrdersTopic];
  const records = log ? heldRecords(log) : [];
  return (
    <div className="lab-sections effects-lab">
      <OrdersSection lab={lab} records={records} inbox={inbox} />
      {run && <LastRun run={run} alarms={alarms} />}
      <InboxView inbox={inbox} />
    </div>
  );
}
