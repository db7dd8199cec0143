import type { ReplayedCode } from "../../../../engine/labs/replay-cost/commands.ts";
import type { RestoredSnapshot, Snapshot } from "../../../../engine/labs/replay-cost/events.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import { ask, type ReplayCostStore } from "./replay-cost-store.ts";
import { StateText } from "./state-text.tsx";

/** A snapshot of the code as it was, and what it leads to with the code as it is. */
export function OldSnapshotSection({ lab, code }: { lab: ReplayCostStore; code: ReplayedCode }) {
  const kept = useStore(lab.$screen, ({ state }) => state.kept);
  const restored = useStore(lab.$screen, ({ state }) => state.restored);
  const isOfThis = kept?.exercise === code.exercise;
  return (
    <section aria-labelledby="replay-old">
      <h2 id="replay-old">{words.old}</h2>
      <p className="lab-lead">{words.oldLead}</p>
      <div className="lab-form">
        <button
          type="button"
          className="action quiet"
          onClick={() => ask(lab, { type: "KeepSnapshot", data: { code } })}
        >
          {words.keep}
        </button>
        {isOfThis && (
          <button
            type="button"
            className="action"
            onClick={() => ask(lab, { type: "RestoreSnapshot", data: { code, snapshot: kept.snapshot } })}
          >
            {words.restore}
          </button>
        )}
      </div>
      <div role="status">
        {isOfThis && (
          <dl className="replay-states">
            <StateText
              name={words.keptAt(kept.snapshot.position, kept.snapshot.reducerVersion)}
              state={kept.snapshot.state}
            />
          </dl>
        )}
        {isOfThis && restored && <Restored snapshot={kept.snapshot} restored={restored} />}
      </div>
    </section>
  );
}

function Restored({ snapshot, restored }: { snapshot: Snapshot; restored: RestoredSnapshot }) {
  const { reducerVersion, whole, fromSnapshot, path } = restored;
  const isSame = reducerVersion === snapshot.reducerVersion;
  return (
    <>
      <p>
        {words.restoredBy(reducerVersion)} {isSame ? words.sameVersion : words.otherVersion}
      </p>
      <dl className="replay-states">
        <StateText name={words.expected} state={whole} />
        <StateText name={words.actual} state={fromSnapshot} />
      </dl>
      {path === null ? (
        <p>{isSame ? words.unchanged : words.right}</p>
      ) : (
        <p className="bad">{words.wrong(path.length === 0 ? words.wholeState : path.join("."))}</p>
      )}
    </>
  );
}
