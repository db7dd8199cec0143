import { agents } from "../../../../engine/labs/two-writers/designs.ts";
import type { AgentStep } from "../../../../engine/labs/two-writers/events.ts";
import { ticks } from "../../../../figures/plot/ticks.ts";
import { twoWritersWords as words } from "../../../../language/english/two-writers-lab.ts";

const left = 44;
const width = 480;
const right = 16;
const lane = 34;
const bottom = agents.length * lane + 8;

/** Each agent as a lane: a ring where it looked, a square where it appended, a diamond where it was told. */
export function RaceChart({ flight, steps }: { flight: string; steps: AgentStep[] }) {
  const axis = ticks(Math.max(100, ...steps.map(({ ms }) => ms)));
  const last = axis.at(-1) ?? 1;
  const x = (ms: number) => left + (ms / last) * (width - left - right);
  return (
    <figure className="writers-chart">
      <svg viewBox={`0 0 ${width} ${bottom + 36}`} role="img" aria-label={words.chart(flight)}>
        {axis.map((ms) => (
          <g key={ms}>
            <path className="grid" d={`M${x(ms)} 8 V${bottom}`} />
            <text x={x(ms)} y={bottom + 14} textAnchor="middle">
              {ms}
            </text>
          </g>
        ))}
        <text x={width - right} y={bottom + 30} textAnchor="end" className="axis">
          {words.chartAxis} →
        </text>
        {agents.map((agent, n) => {
          const own = steps.filter((step) => step.agent === agent);
          const y = 8 + n * lane + lane / 2;
          return (
            <g key={agent}>
              <text x={4} y={y + 4} className="agent">
                {words.agents[agent]}
              </text>
              <path className="grid" d={`M${left} ${y} H${width - right}`} />
              <path className="way" d={`M${x(own[0]?.ms ?? 0)} ${y} H${x(own.at(-1)?.ms ?? 0)}`} />
              {own.map((step) => (
                <Mark key={step.what} what={step.what} x={x(step.ms)} y={y} />
              ))}
            </g>
          );
        })}
      </svg>
      <figcaption>
        {(["looked", "wrote", "answered"] as const).map((what) => (
          <span key={what}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <Mark what={what} x={8} y={8} />
            </svg>{" "}
            {words.legend[what]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Mark({ what, x, y }: { what: AgentStep["what"]; x: number; y: number }) {
  switch (what) {
    case "looked":
      return <circle className="ring" cx={x} cy={y} r={5} />;
    case "wrote":
      return <rect className="full" x={x - 5} y={y - 5} width={10} height={10} />;
    case "answered":
      return <path className="diamond" d={`M${x} ${y - 7} L${x + 7} ${y} L${x} ${y + 7} L${x - 7} ${y} Z`} />;
  }
}
