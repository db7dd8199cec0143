import plotCss from "../../../../figures/plot/line-plot.css?inline";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { AuditSection } from "./audit-section.tsx";
import { LogSection } from "./log-section.tsx";
import { PairSection } from "./pair-section.tsx";
import css from "./retention.css?inline";
import type { RetentionStore } from "./retention-store.ts";

addStylesheet(plotCss);
addStylesheet(css);

/** A log that loses its start, a topic that loses its middle, and what settings say about both. */
export function RetentionPanel({ lab }: { lab: RetentionStore }) {
  return (
    <div className="lab-sections cut-lab">
      <LogSection lab={lab} />
      <PairSection lab={lab} />
      <AuditSection lab={lab} />
    </div>
  );
}
