import { useState } from "react";
import type { Coverage } from "../../../../engine/fold/laws/upcaster-coverage.ts";
import type { ReplayedCode } from "../../../../engine/labs/replay-cost/commands.ts";
import { newestVersions } from "../../../../engine/labs/replay-cost/read-versions.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import { ScrollBox } from "../scroll-box.tsx";
import { ask, type ReplayCostStore } from "./replay-cost-store.ts";

/** Which types and versions the log has, and what the upcaster makes of each. */
export function CoverageSection({ lab, code }: { lab: ReplayCostStore; code: ReplayedCode }) {
  const coverage = useStore(lab.$screen, ({ state }) => state.coverage);
  const [current, setCurrent] = useState(() => newestVersions(code.records));
  return (
    <section aria-labelledby="replay-coverage">
      <h2 id="replay-coverage">{words.coverage}</h2>
      <p className="lab-lead">{words.coverageLead}</p>
      <div className="lab-form">
        {Object.entries(current).map(([type, version]) => (
          <label key={type}>
            {words.currentVersion(type)}
            <input
              type="number"
              min={0}
              max={20}
              value={version}
              onChange={({ target }) =>
                setCurrent({
                  ...current,
                  [type]: Math.max(0, Math.min(20, Math.trunc(Number(target.value)))),
                })
              }
            />
          </label>
        ))}
        <button
          type="button"
          className="action"
          onClick={() => ask(lab, { type: "ReadVersions", data: { code, current } })}
        >
          {words.readAll}
        </button>
      </div>
      <div role="status">
        {coverage?.exercise === code.exercise && <CoverageMatrix rows={coverage.rows} />}
      </div>
    </section>
  );
}

/** A row for each type, a column for each version. */
export function CoverageMatrix({ rows }: { rows: Coverage[] }) {
  const types = [...new Set(rows.map(({ type }) => type))];
  const newest = Math.max(1, ...rows.map(({ version }) => version));
  const versions = Array.from({ length: newest }, (_, n) => n + 1);
  return (
    <ScrollBox label={words.matrix}>
      <table className="replay-matrix">
        <caption>{words.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{words.type}</th>
            {versions.map((version) => (
              <th key={version} scope="col">
                {words.version(version)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {types.map((type) => (
            <tr key={type}>
              <th scope="row">{type}</th>
              {versions.map((version) => (
                <CoverageCell
                  key={version}
                  cell={rows.find((row) => row.type === type && row.version === version)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function CoverageCell({ cell }: { cell: Coverage | undefined }) {
  if (!cell) return <td>{words.cells.none}</td>;
  const { reads, seen, first, becomes } = cell;
  if (reads === "unseen") return <td>{words.cells.unseen}</td>;
  return (
    <td className={reads}>
      <b>{words.cells[reads]}</b>
      <span>
        {words.seen(seen)}, {words.firstAt(first?.offset ?? 0)}
      </span>
      {becomes.length === 0 && <span>{words.becomesNothing}</span>}
      {becomes.map(({ type, version }) => (
        <span key={`${type} ${version}`}>{words.becomes(type, version)}</span>
      ))}
    </td>
  );
}
