import type { ReactNode } from "react";
import "./pipeline.css";

/** One part of a pipeline: what comes in, what decides, what keeps, what answers. */
export function PipelineStage({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="pipeline-stage">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** A part that may be one box or two above each other, with what passes between its halves. */
export function Split({ joined, upper, between, lower }: SplitProps) {
  return (
    <div className={joined ? "pipeline-split joined" : "pipeline-split"}>
      <div className="pipeline-half">{upper}</div>
      <div className="pipeline-between">{between}</div>
      <div className="pipeline-half">{lower}</div>
    </div>
  );
}

export interface SplitProps {
  joined: boolean;
  upper: ReactNode;
  between?: ReactNode;
  lower?: ReactNode;
}

/** An arrow. `now` is drawn solid: the next part is reached before the answer is given; `later` is dashed. */
export function Flow({ when = "now", down = false, label }: FlowProps) {
  return (
    <span className={`pipeline-flow ${when}${down ? " down" : ""}`}>
      <span className="pipeline-line" aria-hidden="true" />
      {label && <span className="pipeline-flow-label">{label}</span>}
    </span>
  );
}

export interface FlowProps {
  when?: "now" | "later";
  down?: boolean;
  label?: string;
}
