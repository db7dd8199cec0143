import { labWords } from "../../../language/english/labs.ts";
import type { LabPlace, LabStore } from "./lab-store.ts";

/** Says that a lab is a recording, and steps through it. */
export function RecordingSteps({
  place: { recording, step, noServer },
  lab: { showRecording: show, leaveRecording },
}: {
  place: Extract<LabPlace, { kind: "recording" }>;
  lab: LabStore;
}) {
  const count = recording.events.length;
  const ways = [
    { name: labWords.first, sign: "⇤", to: 0 },
    { name: labWords.back, sign: "←", to: step - 1 },
    { name: labWords.forward, sign: "→", to: step + 1 },
    { name: labWords.last, sign: "⇥", to: count },
  ];
  return (
    <>
      <div className="lab-notice">
        <p>{labWords.recording(recording.system)}</p>
        {!noServer && (
          <button type="button" className="action quiet" onClick={leaveRecording}>
            {labWords.backToLab}
          </button>
        )}
      </div>
      <fieldset className="lab-steps" aria-label={labWords.steps}>
        {ways.map(({ name, sign, to }) => (
          <button
            key={name}
            type="button"
            className="action quiet"
            aria-label={name}
            title={name}
            disabled={to < 0 || to > count || to === step}
            onClick={() => show(recording, to)}
          >
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
        <input
          type="range"
          min={0}
          max={count}
          value={step}
          aria-label={labWords.steps}
          onChange={(event) => show(recording, Number(event.currentTarget.value))}
        />
        <output aria-live="off">
          {labWords.step(step, count)} <code>{recording.events[step - 1]?.event.type}</code>
        </output>
      </fieldset>
    </>
  );
}
