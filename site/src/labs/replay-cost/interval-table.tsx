import type { IntervalCost } from "../../../../engine/labs/replay-cost/events.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import { number } from "../../../../language/numbers.ts";
import { ScrollBox } from "../scroll-box.tsx";
import { slowestRestart } from "./slowest-restart.ts";

/** The plots as text: what snapshots of each interval cost, and what they save. */
export function IntervalTable({ intervals }: { intervals: IntervalCost[] }) {
  return (
    <ScrollBox label={words.table}>
      <table>
        <caption>{words.table}</caption>
        <thead>
          <tr>
            {Object.values(words.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {intervals.map((cost) => {
            const slowest = slowestRestart(cost);
            return (
              <tr key={cost.interval}>
                <th scope="row">{number(cost.interval)}</th>
                <td>{number(cost.snapshots)}</td>
                <td>{words.time(slowest?.milliseconds ?? 0)}</td>
                <td>{words.time(slowest?.readMilliseconds ?? 0)}</td>
                <td>{words.time(cost.writeMilliseconds)}</td>
                <td>{words.size(cost.writtenBytes)}</td>
                <td>{words.size(cost.keptBytes)}</td>
                <td>{cost.agrees ? words.yes : words.no}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
