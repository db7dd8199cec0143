import { type FormEvent, useState } from "react";
import { auditTopic } from "../../../../engine/labs/retention-and-compaction/audit-topic.ts";
import type { AuditedTopic } from "../../../../engine/labs/retention-and-compaction/events.ts";
import { type Role, roles } from "../../../../engine/labs/retention-and-compaction/facts.ts";
import { shownTopics } from "../../../../engine/labs/retention-and-compaction/topic-names.ts";
import { retentionWords as words } from "../../../../language/english/retention-lab.ts";
import { inPageLanguage } from "../../language/engine-sentences.ts";
import { useStore } from "../../ui/use-store.ts";
import type { RetentionStore } from "./retention-store.ts";

const suggested = [...Object.values(shownTopics), "course.carts", "mine.carts"];

/** Reads the real settings of a topic and says what they mean. */
export function AuditSection({ lab }: { lab: RetentionStore }) {
  const live = useStore(lab.$live);
  const audits = useStore(lab.$screen, ({ state }) => state.audits);
  const [topic, setTopic] = useState<string>(shownTopics.log);
  const [role, setRole] = useState<Role>("events");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void lab.send("AuditTopic", { topic, role });
  };
  return (
    <section aria-labelledby="cut-audit">
      <h2 id="cut-audit">{words.audit}</h2>
      <p className="lab-lead">{words.auditLead}</p>
      <form className="lab-form" onSubmit={submit}>
        <label>
          {words.topic}
          <input
            list="cut-audit-topics"
            value={topic}
            required
            maxLength={100}
            spellCheck={false}
            onChange={(event) => setTopic(event.currentTarget.value)}
          />
          <datalist id="cut-audit-topics">
            {suggested.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </label>
        <label>
          {words.role}
          <select value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
            {roles.map((each) => (
              <option key={each} value={each}>
                {words.roles[each]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="action" disabled={!live}>
          {words.run}
        </button>
      </form>
      <div aria-live="polite">
        {audits.map((audited) => (
          <Audit key={audited.topic} audited={audited} />
        ))}
      </div>
    </section>
  );
}

function Audit({ audited }: { audited: AuditedTopic }) {
  return (
    <article className="cut-audit">
      <h3>{words.audited(audited.topic, audited.role)}</h3>
      <ul>
        {auditTopic(audited).map(({ severity, setting, message }) => (
          <li key={setting} className={severity}>
            <strong>{words.severity[severity]}</strong> <code>{setting}</code>
            <br />
            {inPageLanguage(message).message}
          </li>
        ))}
      </ul>
      <details>
        <summary>{words.settings}</summary>
        <pre>
          {Object.entries(audited.settings)
            .map(([name, value]) => `${name}=${value}`)
            .join("\n")}
        </pre>
      </details>
    </article>
  );
}
