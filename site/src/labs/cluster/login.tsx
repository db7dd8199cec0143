import { useState } from "react";
import type { LoginSettings } from "../../../../engine/labs/cluster/events.ts";
import type { ClusterState } from "../../../../engine/labs/cluster/evolve.ts";
import { clusterLabWords as words } from "../../../../language/english/cluster-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { LabStore } from "../lab-store.ts";
import { LoginTries } from "./login-tries.tsx";

const right: LoginSettings = {
  tls: true,
  ca: true,
  login: true,
  password: "right",
  topic: "orders",
  group: "shop",
};

/** Settings that fail in one way each, behind those that do not. */
const presets: Record<keyof typeof words.preset, Partial<LoginSettings>> = {
  right: {},
  password: { password: "wrong" },
  ca: { ca: false },
  tls: { tls: false },
  login: { login: false },
  topic: { topic: "payments" },
  group: { group: "audit" },
};

/** A client that logs in at the cluster, and what it is told where something is wrong. */
export function Login({
  lab,
  state,
  live,
}: {
  lab: LabStore<ClusterState>;
  state: ClusterState;
  live: boolean;
}) {
  const [settings, setSettings] = useState(right);
  const trying = useStore(lab.$underWay, (types) => types.includes("TryLogin"));
  const { login, tries } = state;
  if (login === null) return null;
  const change = (part: Partial<LoginSettings>) => setSettings({ ...settings, ...part });
  const tryThem = (tried: LoginSettings) => {
    setSettings(tried);
    void lab.send("TryLogin", tried);
  };
  const check = (name: "tls" | "ca" | "login", label: string) => (
    <label>
      <input
        type="checkbox"
        checked={settings[name]}
        onChange={(event) => change({ [name]: event.currentTarget.checked })}
      />
      {label}
    </label>
  );
  return (
    <section aria-label={words.login}>
      <h2>{words.login}</h2>
      <p className="lab-soft">{words.loginSays(login.username)}</p>
      <fieldset className="cluster-bar">
        <legend>{words.settings}</legend>
        {check("tls", words.tls)}
        {check("ca", words.ca)}
        {check("login", words.sasl)}
        <label>
          <input
            type="checkbox"
            checked={settings.password === "wrong"}
            onChange={(event) => change({ password: event.currentTarget.checked ? "wrong" : "right" })}
          />
          {words.passwordWrong}
        </label>
        <label>
          {words.topic}{" "}
          <select
            value={settings.topic}
            onChange={(event) => change({ topic: event.currentTarget.value as LoginSettings["topic"] })}
          >
            <option>orders</option>
            <option>payments</option>
          </select>
        </label>
        <label>
          {words.group}{" "}
          <select
            value={settings.group}
            onChange={(event) => change({ group: event.currentTarget.value as LoginSettings["group"] })}
          >
            <option value="shop">shop-…</option>
            <option value="audit">audit-…</option>
          </select>
        </label>
        <button
          type="button"
          className="action"
          disabled={!live || trying}
          onClick={() => void lab.send("TryLogin", settings)}
        >
          {words.tryIt}
        </button>
      </fieldset>
      <fieldset className="cluster-bar">
        <legend>{words.presets}</legend>
        {Object.entries(presets).map(([name, part]) => (
          <button
            key={name}
            type="button"
            className="action quiet"
            disabled={!live || trying}
            onClick={() => tryThem({ ...right, ...part })}
          >
            {words.preset[name as keyof typeof presets]}
          </button>
        ))}
      </fieldset>
      <h3>{words.tries}</h3>
      {tries.length === 0 ? <p className="lab-soft">{words.noTries}</p> : <LoginTries tries={tries} />}
      <h3>{words.rightSettings}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <pre className="cluster-scroll" tabIndex={0}>
        <code>{kafkaJsSettings(login)}</code>
      </pre>
    </section>
  );
}

function kafkaJsSettings({ username, password, addresses }: NonNullable<ClusterState["login"]>): string {
  return `new Kafka({
  brokers: ${JSON.stringify(addresses)},
  ssl: { ca: [readFileSync("ca.pem", "utf8")] },
  sasl: { mechanism: "plain", username: "${username}", password: "${password}" },
});`;
}
