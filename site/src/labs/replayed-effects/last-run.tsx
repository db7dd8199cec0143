import type {
  EffectAlarm,
  ReplayedEffectsState,
  ShownStep,
} from "../../../../engine/labs/replayed-effects/evolve.ts";
import { replayedEffectsWords as words } from "../../../../language/english/replayed-effects-lab.ts";
import { ScrollBox } from "../scroll-box.tsx";

interface LastRunProps {
  run: NonNullable<ReplayedEffectsState["run"]>;
  alarms: EffectAlarm[];
}

/** Each record of the mailer's last run with the state after it, and the alarm. */
export function LastRun({ run: { from, to, replay, steps, ended }, alarms }: LastRunProps) {
  return (
    <section aria-labelledby="effects-run">
      <h2 id="effects-run">{words.lastRun}</h2>
      <p role="status">{ended === "failed" ? words.failed : words.read(from, to, replay)}</p>
      {steps.length > 0 && (
        <ScrollBox label={words.steps}>
          <table className="effects-table">
            <thead>
              <tr>
                <th scope="col">{words.offset}</th>
                <th scope="col">{words.record}</th>
                <th scope="col">{words.effects}</th>
                <th scope="col">{words.outcome}</th>
                <th scope="col">{words.after}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <StepRow key={step.offset} step={step} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <h3>{words.alarm}</h3>
      {alarms.length === 0 ? (
        <p className="lab-soft">{words.noAlarm}</p>
      ) : (
        <div className="effects-alarm" role="alert">
          <p>{words.alarmLead}</p>
          <ul>
            {alarms.map(({ effect, to: address, order, offset, sent }) => (
              <li key={`${offset} ${order}`}>{words.alarmOf(effect, address, order, offset, sent)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function StepRow({ step: { offset, type, effects, held, mailsAfter, positionAfter } }: { step: ShownStep }) {
  const outcome = effects.length === 0 ? words.idle : held ? words.held : words.sent;
  return (
    <tr>
      <td className="number">{offset}</td>
      <td>{type}</td>
      <td>
        {effects.length === 0
          ? words.noEffect
          : effects.map(({ to, order }) => words.effect(to, order)).join(", ")}
      </td>
      <td>{outcome}</td>
      <td>{words.inboxAfter(mailsAfter, positionAfter)}</td>
    </tr>
  );
}
