import { type FormEvent, useState } from "react";
import type { ClusterTestBody, ClusterTestMessage } from "../../../../engine/protocol/cluster-test-types.ts";
import { anyClusterWords as words } from "../../../../language/english/any-cluster.ts";
import { testCluster } from "./test-cluster.ts";

const mechanisms = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] as const;

/** Takes the settings of a client, and shows step by step whether the course server comes into the cluster with them. */
export function TestForm({ base }: { base: string }) {
  const [steps, setSteps] = useState<ClusterTestMessage[]>([]);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [mechanism, setMechanism] = useState("");

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = bodyOf(new FormData(event.currentTarget));
    setSteps([]);
    setProblem(null);
    setRunning(true);
    try {
      await testCluster(base, body, (message) => setSteps((before) => [...before, message]));
    } catch (error) {
      const noServer = error instanceof TypeError || !(error instanceof Error);
      setProblem(noServer ? words.noServer : error.message);
    } finally {
      setRunning(false);
    }
  };
  const text = (name: string, label: string, type = "text", required = false) => (
    <label>
      {label}
      <input name={name} type={type} required={required} autoComplete="off" spellCheck={false} />
    </label>
  );
  return (
    <section aria-labelledby="test-my-cluster">
      <h2 id="test-my-cluster">{words.test}</h2>
      <p>{words.testSays}</p>
      <p className="lab-soft">{words.testWhere}</p>
      <form className="cluster-form" onSubmit={(event) => void submit(event)}>
        {text("address", words.address, "text", true)}
        <label className="check">
          <input name="tls" type="checkbox" /> {words.tls}
        </label>
        <label>
          {words.ca}
          <textarea name="ca" rows={3} spellCheck={false} placeholder="-----BEGIN CERTIFICATE-----" />
        </label>
        <label>
          {words.mechanism}
          <select
            value={mechanism}
            name="mechanism"
            onChange={(event) => setMechanism(event.currentTarget.value)}
          >
            <option value="">{words.noLogin}</option>
            {mechanisms.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        {mechanism !== "" && text("username", words.username, "text", true)}
        {mechanism !== "" && text("password", words.password, "password", true)}
        {text("topic", words.topic)}
        {text("group", words.group)}
        <button type="submit" className="action" disabled={running}>
          {running ? words.running : words.run}
        </button>
      </form>
      {problem !== null && (
        <p className="lab-notice bad" role="alert">
          {problem}
        </p>
      )}
      <ol className="cluster-steps" aria-label={words.result} aria-live="polite">
        {steps.map((step) => (
          <Step key={step.kind === "cluster-test-end" ? "end" : step.step} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { step: ClusterTestMessage }) {
  if (step.kind === "cluster-test-end") {
    return (
      <li data-outcome={step.works ? "works" : "failed"}>{step.works ? words.allWorks : words.notYet}</li>
    );
  }
  return (
    <li data-outcome={step.outcome}>
      <b>{words.step[step.step]}</b> {words.outcome[step.outcome]}{" "}
      <span className="lab-soft">{words.milliseconds(step.milliseconds)}</span>
      <p>{step.message}</p>
    </li>
  );
}

/** What was filled in; a field that is empty is left out. */
function bodyOf(form: FormData): ClusterTestBody {
  const value = (name: string) => String(form.get(name) ?? "").trim() || undefined;
  const mechanism = mechanisms.find((each) => each === value("mechanism"));
  return {
    address: value("address") ?? "",
    tls: form.get("tls") !== null,
    ca: value("ca"),
    topic: value("topic"),
    group: value("group"),
    ...(mechanism && {
      sasl: { mechanism, username: value("username") ?? "", password: String(form.get("password") ?? "") },
    }),
  };
}
