import type { ShownRun } from "../../../../engine/labs/projectors/evolve.ts";
import { projectorsWords as words } from "../../../../language/english/projectors-lab.ts";

/** Each step of the projector's last run, and how it ended. */
export function LastRun({ run: { order, steps, ended } }: { run: ShownRun }) {
  return (
    <section aria-labelledby="projectors-steps">
      <h2 id="projectors-steps">{words.steps}</h2>
      <p className="lab-soft">{words.orderNames[order]}</p>
      <ol className="projectors-steps">
        {steps.map(({ offset, step }) => (
          <li key={`${offset} ${step}`}>{words.stepOf(offset, step)}</li>
        ))}
      </ol>
      {ended && (
        <p role="status" className={ended === "end" ? "" : "bad"}>
          {words.ended[ended]}
        </p>
      )}
    </section>
  );
}
