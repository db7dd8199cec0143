import { anyClusterWords as words } from "../../../../language/english/any-cluster.ts";

const jaas = (user: string, password: string) =>
  `org.apache.kafka.common.security.plain.PlainLoginModule required username='${user}' password='${password}';`;

/** The settings of a client as Kafka's own documentation, and Confluent Cloud's, name them. */
const rows: [name: string, lab: string, container: string, confluent: string, any: string][] = [
  [
    "bootstrap.servers",
    "127.0.0.1:<port>",
    "localhost:9092",
    "pkc-….<region>.<cloud>.confluent.cloud:9092",
    "host:port,host:port",
  ],
  ["security.protocol", "SASL_SSL", "PLAINTEXT", "SASL_SSL", "SASL_SSL, SSL, SASL_PLAINTEXT or PLAINTEXT"],
  ["sasl.mechanism", "PLAIN", "", "PLAIN", "PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512"],
  [
    "sasl.jaas.config",
    jaas("shop", "…"),
    "",
    jaas("<API key>", "<API secret>"),
    "PlainLoginModule, or ScramLoginModule for SCRAM",
  ],
  ["ssl.truststore.type", "PEM", "", "", "PEM, where your own CA signed"],
  ["ssl.truststore.location", "ca.pem", "", "", "your CA's certificate"],
  ["client.dns.lookup", "", "", "use_all_dns_ips", "use_all_dns_ips (the default)"],
  ["session.timeout.ms", "", "", "45000", "45000 (the default)"],
  ["acks", "all", "all", "all", "all"],
];

/** What a client needs, side by side for four clusters. */
export function SameSettings() {
  return (
    <>
      <p className="lead">{words.lead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <section className="cluster-scroll" tabIndex={0} aria-label={words.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.setting}</th>
              <th scope="col">{words.lab}</th>
              <th scope="col">{words.container}</th>
              <th scope="col">{words.confluent}</th>
              <th scope="col">{words.any}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                {values.map((value, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change
                  <td key={index}>{value !== "" && <code>{value}</code>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="lab-soft">
        {words.kafkaJs} {words.confluentKey} {words.cost}
      </p>
    </>
  );
}
