import type { CountedView } from "../../../../engine/labs/projectors/events.ts";
import type { ProjectorsState } from "../../../../engine/labs/projectors/evolve.ts";
import { compareCounts, stepOrderNames } from "../../../../engine/labs/projectors/step-orders.ts";
import { projectorsWords as words } from "../../../../language/english/projectors-lab.ts";
import { ScrollBox } from "../scroll-box.tsx";

/** What the views count, beside the fold of the log. */
export function ViewsTable({ views }: Pick<ProjectorsState, "views">) {
  const shown = stepOrderNames.flatMap((order) => views[order] ?? []);
  return (
    <section aria-labelledby="projectors-views">
      <h2 id="projectors-views">{words.views}</h2>
      <p className="lab-soft">{shown.length === 0 ? words.noView : words.viewsLead}</p>
      {shown.length > 0 && (
        <ScrollBox label={words.viewsTable}>
          <table className="projectors-table">
            <thead>
              <tr>
                <th scope="col">{words.order}</th>
                <th scope="col">{words.position}</th>
                <th scope="col">{words.rows}</th>
                <th scope="col">{words.folded}</th>
                <th scope="col">{words.result}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((view) => (
                <ViewRow key={view.order} view={view} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function ViewRow({ view: { order, rows, position, end, folded } }: { view: CountedView }) {
  const counted = rows.reduce((sum, { orders }) => sum + orders, 0);
  const result = compareCounts(counted, folded);
  const detail = rows.map(({ customer, orders }) => `${customer} ${orders}`).join(", ");
  return (
    <tr>
      <th scope="row">{words.orderNames[order]}</th>
      <td>{position}</td>
      <td>
        {counted} {detail !== "" && <small>({detail})</small>}
      </td>
      <td>{folded}</td>
      {position < end ? (
        <td>{words.behind(end - position)}</td>
      ) : (
        <td className={result === "right" ? "" : "bad"}>{words.results[result]}</td>
      )}
    </tr>
  );
}
