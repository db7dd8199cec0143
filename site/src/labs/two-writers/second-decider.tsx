import type { TopicLogs } from "../../../../engine/labs/topics/topic-logs.ts";
import type { DeciderStep } from "../../../../engine/labs/two-writers/events.ts";
import type { TwoWritersState } from "../../../../engine/labs/two-writers/evolve.ts";
import { twoWritersWords as words } from "../../../../language/english/two-writers-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import { RecordTable } from "./record-table.tsx";
import type { TwoWritersStore } from "./two-writers-store.ts";

interface SecondDeciderProps {
  lab: TwoWritersStore;
  deciders: TwoWritersState["deciders"];
  topics: TopicLogs;
}

/** An older instance of the decider is fenced by a newer one with the same transactional.id. */
export function SecondDecider({ lab, deciders, topics }: SecondDeciderProps) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.length > 0);
  const first = deciders?.steps.find((step) => step.what === "started");
  const fenced = deciders?.steps.find((step) => step.what === "fenced");
  return (
    <section aria-labelledby="writers-fencing">
      <h2 id="writers-fencing">{words.fencing}</h2>
      <p className="lab-lead">{words.fencingLead}</p>
      <p className="writers-actions">
        <button
          type="button"
          className="action"
          disabled={!live || busy}
          onClick={() => void lab.send("StartSecondDecider")}
        >
          {words.startSecond}
        </button>
      </p>
      {deciders && (
        <>
          {first && (
            <p className="lab-soft">
              {words.transactionalId} <code className="writers-id">{first.transactionalId}</code>
            </p>
          )}
          <ol className="writers-deciders">
            {deciders.steps.map((step) => (
              <li key={`${step.instance} ${step.what}`} data-instance={step.instance}>
                <strong>{words.instance(step.instance)}</strong> {textOf(step)}
              </li>
            ))}
          </ol>
          {fenced && (
            <div className="writers-fenced">
              <p>{words.clientSays}</p>
              <pre>{fenced.error}</pre>
              <p>{words.plainly}</p>
            </div>
          )}
          <RecordTable
            topics={topics}
            flight={deciders.flight}
            title={words.fencedLog}
            lead={words.recordsLead}
          />
          <p className="lab-soft">{words.fencingLimit}</p>
        </>
      )}
    </section>
  );
}

function textOf(step: DeciderStep): string {
  switch (step.what) {
    case "started":
      return words.deciderSteps.started(step.partition);
    case "read":
    case "appended":
      return words.deciderSteps[step.what](step.offset);
    default:
      return words.deciderSteps[step.what];
  }
}
