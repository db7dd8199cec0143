import { type ServerProperties, serverProperties } from "../broker-storage.ts";
import { keystorePassword } from "../certificates.ts";

/** The ids of the brokers. The first is the controller too. */
export const brokerIds = [1, 2, 3] as const;
export type BrokerId = (typeof brokerIds)[number];

/** Where one broker listens: for clients on this machine, and for clients that log in over TLS. */
export interface BrokerPorts {
  plain: number;
  login: number;
}

export interface ClusterPorts {
  controller: number;
  brokers: Record<BrokerId, BrokerPorts>;
}

/** Who may log in over TLS. */
export interface BrokerUser {
  name: string;
  password: string;
}

/** Followers ask for new records so often and no sooner, in ms. */
export const replicaFetchWaitMs = 400;

/** The settings of one of three brokers that keep every record three times. */
export function clusterProperties(
  id: BrokerId,
  ports: ClusterPorts,
  keystore: string,
  user: BrokerUser,
): ServerProperties {
  const { plain, login } = ports.brokers[id];
  const isController = id === brokerIds[0];
  const controller = `CONTROLLER://127.0.0.1:${ports.controller}`;
  const clients = `PLAINTEXT://127.0.0.1:${plain},SASL_SSL://127.0.0.1:${login}`;
  const account = `user_${user.name}="${user.password}"`;
  return {
    ...serverProperties({ broker: plain, controller: ports.controller }),
    "node.id": String(id),
    "process.roles": isController ? "broker,controller" : "broker",
    listeners: isController ? `${clients},${controller}` : clients,
    "advertised.listeners": clients,
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT",
    "inter.broker.listener.name": "PLAINTEXT",
    "default.replication.factor": "3",
    "min.insync.replicas": "2",
    "offsets.topic.replication.factor": "3",
    "transaction.state.log.replication.factor": "3",
    "transaction.state.log.min.isr": "2",
    "share.coordinator.state.topic.replication.factor": "3",
    "share.coordinator.state.topic.min.isr": "2",
    // A dead broker is noticed after three seconds and not after nine: a learner watches and waits.
    "broker.session.timeout.ms": "3000",
    // Leaders go back to the broker that a topic names first within seconds; by default it takes five minutes.
    "leader.imbalance.check.interval.seconds": "10",
    "leader.imbalance.per.broker.percentage": "0",
    // Followers copy twice or three times a second, however little there is. Usually they copy at once, and what a leader
    // loses when it dies is a matter of a millisecond that nobody could watch.
    "replica.fetch.wait.max.ms": String(replicaFetchWaitMs),
    "replica.fetch.min.bytes": "1048576",
    // Threads are memory: three brokers for a class need few of them.
    "num.network.threads": "2",
    "num.io.threads": "3",
    "log.cleaner.dedupe.buffer.size": "2097152",
    "sasl.enabled.mechanisms": "PLAIN",
    "listener.name.sasl_ssl.plain.sasl.jaas.config": `org.apache.kafka.common.security.plain.PlainLoginModule required ${account};`,
    "listener.name.sasl_ssl.ssl.keystore.type": "PKCS12",
    "listener.name.sasl_ssl.ssl.keystore.location": keystore,
    "listener.name.sasl_ssl.ssl.keystore.password": keystorePassword,
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    // The brokers and this server come over the listener without a login, which only this machine reaches.
    "super.users": "User:ANONYMOUS",
  };
}
