import type { SendRun } from "../../../../engine/labs/cluster/evolve.ts";
import { outcomeOf } from "../../../../engine/labs/cluster/sends.ts";
import { clusterLabWords as words } from "../../../../language/english/cluster-lab.ts";

const width = 640;
/** Bars below one another; then the next one begins at the top again. */
const lanes = 24;
const laneHeight = 4;
const labelHeight = 26;
const height = labelHeight + lanes * laneHeight;
/** An answer within a few ms is still seen. */
const leastBar = 3;
const pastEndMs = 500;

/** A bar for each record, from its send to the last that the producer was told; a line where a broker went or came. */
export function SendChart({ run }: { run: SendRun }) {
  const last = run.sends.reduce((end, { sentMs, answeredMs }) => Math.max(end, sentMs, answeredMs ?? 0), 0);
  const span = last + pastEndMs;
  const at = (ms: number) => (ms / span) * width;
  return (
    <svg
      className="cluster-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.chart(run.run)}
      preserveAspectRatio="none"
    >
      {run.sends.map((send) => {
        const from = at(send.sentMs);
        const to = at(send.answeredMs ?? send.sentMs);
        return (
          <rect
            key={send.n}
            data-outcome={outcomeOf(send, run.acks)}
            x={from}
            y={labelHeight + (send.n % lanes) * laneHeight}
            width={Math.max(leastBar, to - from)}
            height={laneHeight - 1}
          />
        );
      })}
      {run.brokerChanges
        .filter(({ ms }) => ms <= span)
        .map(({ ms, broker, state }, index) => (
          <g key={`${ms} ${broker}`}>
            <line x1={at(ms)} x2={at(ms)} y1={0} y2={height} />
            <text
              x={at(ms) + (at(ms) > width / 2 ? -4 : 4)}
              y={index % 2 === 0 ? 10 : 22}
              textAnchor={at(ms) > width / 2 ? "end" : "start"}
            >
              {words.brokerChange(broker, words.state[state])}
            </text>
          </g>
        ))}
    </svg>
  );
}
