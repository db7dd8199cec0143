import type { CrashTry } from "../../../../engine/labs/projectors/events.ts";
import { stepsOf } from "../../../../engine/labs/projectors/step-orders.ts";
import { projectorsWords as words } from "../../../../language/english/projectors-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import { ScrollBox } from "../scroll-box.tsx";
import type { ProjectorsStore } from "./projectors-store.ts";

/** Every crash point of every order, with what the view counted after a restart. */
export function CrashTable({
  lab,
  records,
  tries,
}: {
  lab: ProjectorsStore;
  records: number;
  tries: CrashTry[];
}) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.length > 0);
  return (
    <section aria-labelledby="projectors-every">
      <h2 id="projectors-every">{words.every}</h2>
      <p className="lab-lead">{words.everyLead}</p>
      <p>
        <button
          type="button"
          className="action"
          disabled={!live || busy || records === 0}
          onClick={() => void lab.send("RunEveryCrashPoint", {})}
        >
          {words.tryAll}
        </button>
      </p>
      {tries.length > 0 && (
        <ScrollBox label={words.everyTable}>
          <table className="projectors-table">
            <thead>
              <tr>
                <th scope="col">{words.order}</th>
                <th scope="col">{words.killed}</th>
                <th scope="col">{words.rows}</th>
                <th scope="col">{words.folded}</th>
                <th scope="col">{words.result}</th>
              </tr>
            </thead>
            <tbody>
              {tries.map(({ order, killAfter, counted, folded, result }) => (
                <tr key={`${order} ${killAfter}`}>
                  <th scope="row">{words.orderNames[order]}</th>
                  <td>{words.point(stepsOf[order][killAfter - 1] ?? "read")}</td>
                  <td>{counted}</td>
                  <td>{folded}</td>
                  <td className={result === "right" ? "" : "bad"}>{words.results[result]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
