import pino from "pino";
import type { BrokerState } from "../../../engine/labs/cluster/events.ts";
import { type BrokerId, brokerIds } from "../../../services/kafka/three-brokers/cluster-properties.ts";
import type { ThreeBrokers } from "../../../services/kafka/three-brokers/three-brokers.ts";
import { type KafkaSettings, openKafkaJs } from "../../log/kafka-client.ts";
import { SliceReader } from "../../log/slice-reader.ts";
import { TopicMetadata } from "../../log/topic-metadata.ts";
import { offerLogin } from "./login-setup.ts";
import { MetadataWatch, type Partitions } from "./metadata-watch.ts";
import { Turns, type TurnTaker } from "./turns.ts";

/** Somebody whose lab is open. */
export interface ClusterMember extends TurnTaker {
  topic: string;
  brokerChanged(id: BrokerId, state: BrokerState, by: ClusterMember | null): void;
  partitionsSeen(partitions: Partitions): void;
}

/** A turn lasts three minutes when others wait, and whoever comes never ends one at once. */
const turnSeconds = 180;
const graceSeconds = 20;

/** The three brokers as all learners share them. */
export class SharedCluster {
  readonly brokers: ThreeBrokers;
  readonly turns: Turns;
  readonly settings: KafkaSettings;
  readonly kafka: ReturnType<typeof openKafkaJs>;
  readonly topics: TopicMetadata;
  readonly reader: SliceReader;
  readonly #members = new Set<ClusterMember>();
  readonly #watch: MetadataWatch;
  /** Who asked for the change of a broker that is under way. */
  readonly #asked = new Map<BrokerId, ClusterMember>();
  #login: Promise<void> | null = null;

  constructor(brokers: ThreeBrokers) {
    this.brokers = brokers;
    this.settings = {
      kind: "local",
      brokers: Object.values(brokers.addresses),
      client: {},
      topicPrefix: "",
      version: brokers.version,
      sentence: "",
      ours: true,
    };
    this.kafka = openKafkaJs(this.settings, pino({ enabled: false }));
    this.topics = new TopicMetadata(this.kafka, this.settings);
    this.reader = new SliceReader(this.settings);
    this.turns = new Turns(turnSeconds, graceSeconds, () => this.#restartAll());
    brokers.watch((id, state) => {
      for (const member of this.#members) member.brokerChanged(id, state, this.#asked.get(id) ?? null);
    });
    this.#watch = new MetadataWatch({
      addresses: () => this.running("addresses"),
      topics: () => [...this.#members].map(({ topic }) => topic),
      seen: (topic, partitions) => {
        for (const member of this.#members) if (member.topic === topic) member.partitionsSeen(partitions);
      },
    });
  }

  join(member: ClusterMember): void {
    this.#members.add(member);
    this.turns.watch(member);
  }

  leave(member: ClusterMember): void {
    this.#members.delete(member);
    this.turns.leave(member);
  }

  /** The brokers that run, by the address of one of their listeners. */
  running(listener: "addresses" | "loginAddresses"): string[] {
    const states = this.brokers.states();
    return brokerIds.filter((id) => states[id] === "running").map((id) => this.brokers[listener][id]);
  }

  /** `host:port` of every listener for clients. */
  allAddresses(): string[] {
    return [this.brokers.addresses, this.brokers.loginAddresses].flatMap((each) => Object.values(each));
  }

  async kill(id: BrokerId, by: ClusterMember): Promise<void> {
    await this.#changeBroker(id, by, () => this.brokers.kill(id));
  }

  async restart(id: BrokerId, by: ClusterMember): Promise<void> {
    await this.#changeBroker(id, by, () => this.brokers.restart(id));
  }

  /** Makes what the part about logins is about, once. Throws while the controller is away. */
  async offerLogin(): Promise<void> {
    this.#login ??= offerLogin(this.kafka, this.topics, this.brokers.user.name);
    try {
      await this.#login;
    } catch (error) {
      this.#login = null;
      throw error;
    }
  }

  async close(): Promise<void> {
    this.turns.close();
    await this.#watch.stop();
    await Promise.all([this.topics.close(), this.reader.close()].map((closing) => closing.catch(() => {})));
    await this.brokers.stop();
  }

  async #changeBroker(id: BrokerId, by: ClusterMember, change: () => Promise<void>): Promise<void> {
    this.#asked.set(id, by);
    try {
      await change();
    } finally {
      this.#asked.delete(id);
    }
  }

  /** Whoever comes next finds a whole cluster. A broker that cannot start is shown as one that died. */
  #restartAll(): void {
    for (const id of brokerIds) this.brokers.restart(id).catch(() => {});
  }
}
