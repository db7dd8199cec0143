import { type ReactNode, useEffect } from "react";
import { labWords } from "../../../language/english/labs.ts";
import { inPageLanguage } from "../language/engine-sentences.ts";
import { addStylesheet } from "../ui/add-stylesheet.ts";
import { useStore } from "../ui/use-store.ts";
import css from "./lab.css?inline";
import type { LabEntry } from "./lab-entry.ts";
import { LabEvents } from "./lab-events.tsx";
import type { LabStore } from "./lab-store.ts";
import { RecordingSteps } from "./recording-steps.tsx";
import { ServiceList } from "./service-list.tsx";

addStylesheet(css);

/** What surrounds every lab: whether it runs, what is starting, the way to begin anew, and its events. */
export function LabFrame({ entry, lab, children }: { entry: LabEntry; lab: LabStore; children: ReactNode }) {
  const place = useStore(lab.$place);
  const { status } = useStore(lab.$screen);
  const isNone = place.kind === "none";
  useEffect(() => {
    // Without a server there is nothing to start: the recording is all there is.
    if (isNone) void showRecording(entry, lab);
  }, [isNone, entry, lab]);
  const isRecorded = place.kind === "recording";
  return (
    <section className="lab" aria-label={entry.words.title} aria-busy={place.kind === "finding"}>
      {place.kind === "finding" && <p className="lab-soft">{labWords.finding}</p>}
      {place.kind === "away" && <p className="lab-notice">{labWords.away}</p>}
      {isNone && <NoServer full={place.full} />}
      {isRecorded && (
        <>
          {place.noServer && <NoServer full={false} />}
          <RecordingSteps place={place} lab={lab} />
        </>
      )}
      {place.kind === "browser" && <p className="lab-soft">{labWords.inBrowser}</p>}
      {(place.kind === "server" || place.kind === "browser") && <LabBar entry={entry} lab={lab} />}
      <Problem lab={lab} />
      {(isRecorded || status.hasOpened) && (
        <>
          <div className="lab-panel">{children}</div>
          <LabEvents lab={lab} />
        </>
      )}
    </section>
  );
}

function NoServer({ full }: { full: boolean }) {
  return <p className="lab-notice">{full ? labWords.serverFull : labWords.noServer}</p>;
}

/** Whether the lab runs, and the two things that can always be done: start it, and begin anew. */
function LabBar({ entry, lab }: { entry: LabEntry; lab: LabStore }) {
  const { status } = useStore(lab.$screen);
  const underWay = useStore(lab.$underWay, (types) => types.length > 0);
  const { phase, closed, services } = status;
  const cannotStart = services.some(({ state }) => state === "unavailable");
  return (
    <>
      <div className="lab-bar">
        <p role="status">{closed ? inPageLanguage(closed.message).message : labWords.phases[phase]}</p>
        {phase !== "open" && (
          <button
            type="button"
            className="action"
            disabled={phase === "opening"}
            onClick={() => void lab.start()}
          >
            {closed ? labWords.startAgain : labWords.start}
          </button>
        )}
        {phase === "open" && (
          <button
            type="button"
            className="action quiet"
            title={labWords.resetSays}
            aria-busy={underWay}
            onClick={() => void lab.reset()}
          >
            {labWords.reset}
          </button>
        )}
        {cannotStart && (
          <button type="button" className="action quiet" onClick={() => void showRecording(entry, lab)}>
            {labWords.showRecording}
          </button>
        )}
      </div>
      {phase === "opening" && <ServiceList services={services} />}
    </>
  );
}

function Problem({ lab }: { lab: LabStore }) {
  const problem = useStore(lab.$problem);
  const { status } = useStore(lab.$screen);
  // Why a lab is closed is said in its place already.
  if (problem === null || status.closed) return null;
  return (
    <div className="lab-notice bad" role="alert">
      <p>{problem}</p>
      <button type="button" className="action quiet" onClick={lab.dismissProblem}>
        {labWords.close}
      </button>
    </div>
  );
}

async function showRecording(entry: LabEntry, lab: LabStore): Promise<void> {
  try {
    if (entry.recording) lab.showRecording(await entry.recording());
  } catch {
    lab.$problem.set(labWords.noRecording);
  }
}
