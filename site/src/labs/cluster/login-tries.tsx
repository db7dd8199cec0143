import type { LoginSettings } from "../../../../engine/labs/cluster/events.ts";
import type { ClusterState } from "../../../../engine/labs/cluster/evolve.ts";
import { clusterLabWords as words } from "../../../../language/english/cluster-lab.ts";

/** Each try: its settings, how far it came, the client's words and what they mean. */
export function LoginTries({ tries }: { tries: ClusterState["tries"] }) {
  return (
    <ol className="cluster-tries" aria-live="polite">
      {tries.map(({ settings, steps }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the newest is first, so counted from the end a number stays with its try
        <li key={tries.length - index}>
          <code>{settingsText(settings)}</code>
          <ul>
            {steps.map(({ step, failed }) => (
              <li key={step} data-failed={failed !== null}>
                {failed === null ? `✓ ${words.stepDone[step]}` : `✗ ${words.stepFailed[step]}`}
                {failed && (
                  <>
                    {failed.client !== "" && (
                      <p>
                        {words.clientSays}: <q>{failed.client}</q>
                      </p>
                    )}
                    <p>{words.problem[failed.problem]}</p>
                  </>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function settingsText({ tls, ca, login, password, topic, group }: LoginSettings): string {
  const ssl = tls ? `ssl: ${ca ? "{ ca }" : "true"}` : "no ssl";
  const sasl = login ? `sasl: plain, ${password} password` : "no sasl";
  return `${ssl} · ${sasl} · topic ${topic} · group ${group}-…`;
}
