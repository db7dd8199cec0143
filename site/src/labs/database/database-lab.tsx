import { useState } from "react";
import type { Scripts } from "../../../../engine/labs/database/events.ts";
import { type DatabaseState, evolve, initialState } from "../../../../engine/labs/database/evolve.ts";
import type { SessionName } from "../../../../engine/labs/database/interleavings.ts";
import { examples } from "../../../../engine/labs/database/scripts.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useStore } from "../../ui/use-store.ts";
import { labPart } from "../lab-entry.ts";
import type { LabStore } from "../lab-store.ts";
import css from "./database-lab.css?inline";
import { OutcomesTable } from "./outcomes-table.tsx";
import { ScriptsForm } from "./scripts-form.tsx";
import { StageView } from "./stage-view.tsx";

addStylesheet(css);

/** Two scripts, their sessions step by step, and all their interleavings. */
function DatabasePanel({ lab }: { lab: LabStore<DatabaseState> }) {
  const { stage, interleavings } = useStore(lab.$screen, ({ state }) => state);
  const live = useStore(lab.$live);
  const underWay = useStore(lab.$underWay);
  const [typed, setTyped] = useState<Scripts | null>(null);
  const scripts = typed ?? scriptsOf(stage ?? interleavings ?? examples[0]);
  const canRun = live && underWay.length === 0;
  const openStage = (of: Scripts, order?: SessionName[]) =>
    void lab.send("OpenStage", order ? { ...of, order } : of);
  return (
    <div className="database-lab">
      <ScriptsForm
        scripts={scripts}
        readOnly={!live}
        busy={!canRun}
        onChange={setTyped}
        onBegin={() => openStage(scripts)}
        onRunAll={() => void lab.send("RunEveryInterleaving", scripts)}
      />
      {interleavings && (
        <OutcomesTable
          state={interleavings}
          canOpen={canRun}
          onOpen={(order) => openStage(scriptsOf(interleavings), order)}
          onCancel={live ? () => void lab.send("CancelInterleavings") : null}
        />
      )}
      {stage && (
        <StageView key={stage.order?.join("")} stage={stage} live={live} busy={!canRun} send={lab.send} />
      )}
    </div>
  );
}

function scriptsOf(from: Scripts | undefined): Scripts {
  const { setup = "", scripts = { A: "", B: "" }, isolation = "read committed" } = from ?? {};
  return { setup, scripts, isolation };
}

export const databasePart = labPart({ fold: { initialState, evolve }, Panel: DatabasePanel });
