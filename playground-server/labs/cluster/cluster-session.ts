import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type {
  Acks,
  BrokerState,
  ClusterEvent,
  LoginSettings,
  SeenPartition,
  SendChange,
} from "../../../engine/labs/cluster/events.ts";
import type { LabCommand } from "../../../engine/labs/lab-event.ts";
import { clusterLabSentences } from "../../../engine/sentences/english/cluster-lab.ts";
import { type Message, sentencesFrom, verbatimMessage } from "../../../engine/sentences/message.ts";
import { type BrokerId, brokerIds } from "../../../services/kafka/three-brokers/cluster-properties.ts";
import { StartFailure } from "../../../services/start-failure.ts";
import { Refusal } from "../../errors.ts";
import type { LabContext, LabSession } from "../lab.ts";
import type { LearnerNames } from "../learner-names.ts";
import { countLog } from "./count-log.ts";
import { tryLogin } from "./login-attempt.ts";
import { runSends } from "./send-run.ts";
import type { ClusterMember, SharedCluster } from "./shared-cluster.ts";
import { threeBrokersService } from "./three-brokers-service.ts";
import type { Turn } from "./turns.ts";

const say = sentencesFrom(clusterLabSentences);
const partitionCount = 3;
/** min.insync.replicas of the cluster. */
const leastInSync = 2;
/** A dead broker is noticed after three seconds, on a busy machine later. */
const settleMs = 15_000;
/** What a learner may send is bounded: old runs go. */
const topicSettings = { "retention.bytes": "1048576", "segment.bytes": "1048576" };

/** Opens a learner's part of the shared cluster. */
export async function openClusterSession({ names, services, emit }: LabContext): Promise<LabSession> {
  const cluster = services.address(threeBrokersService);
  const session = new ClusterSession(cluster, names, emit);
  await session.open();
  return session;
}

class ClusterSession implements LabSession, ClusterMember {
  readonly topic: string;
  readonly #cluster: SharedCluster;
  readonly #groupPrefix: string;
  readonly #emit: (event: ClusterEvent) => void;
  /** What was told last of the partitions. */
  #seen: SeenPartition[] = [];
  /** What each run sent. */
  readonly #runs = new Map<number, { partition: number; count: number }>();
  #lastRun = 0;
  #stopSends = new AbortController();

  constructor(cluster: SharedCluster, { topicPrefix, learner }: LearnerNames, emit: LabContext["emit"]) {
    this.#cluster = cluster;
    this.topic = `${topicPrefix}cluster`;
    this.#groupPrefix = learner;
    this.#emit = emit;
  }

  async open(): Promise<void> {
    this.#tellCluster();
    this.#cluster.join(this);
    // Without its controller a cluster makes no topics: a later command makes up for it.
    await this.#prepare().catch(() => {});
  }

  async handle({ type, data }: LabCommand, signal: AbortSignal): Promise<void> {
    switch (type) {
      case "TakeTurn":
        this.#cluster.turns.take(this);
        return;
      case "GiveTurn":
        this.#stopSends.abort();
        this.#cluster.turns.give(this);
        return;
      case "KillBroker":
        this.#holdCluster();
        return this.#cluster.kill((data as { broker: BrokerId }).broker, this);
      case "RestartBroker":
        this.#holdCluster();
        return this.#restart((data as { broker: BrokerId }).broker);
      case "StartSends":
        this.#holdCluster();
        return this.#send(data as { acks: Acks; count: number }, signal);
      case "StopSends":
        this.#stopSends.abort();
        return;
      case "CountLog":
        return this.#countAgain((data as { run: number }).run, signal);
      case "TryLogin":
        return this.#tryLogin(data as LoginSettings);
    }
  }

  async reset(): Promise<void> {
    this.#stopSends.abort();
    this.#cluster.turns.give(this);
    await this.#cluster.topics.remove(this.topic);
    this.#runs.clear();
    await this.#prepare().catch(() => {});
    // What is emitted before a reset is over is forgotten with what happened before it.
    setImmediate(() => {
      this.#seen = [];
      this.#tellCluster();
      this.#cluster.turns.watch(this);
    });
  }

  async close(): Promise<void> {
    this.#stopSends.abort();
    this.#cluster.leave(this);
  }

  brokerChanged(broker: BrokerId, state: BrokerState, by: ClusterMember | null): void {
    const who = by === null ? null : by === this ? "you" : "another";
    this.#emit({ type: "BrokerChanged", data: { broker, state, by: who } });
  }

  partitionsSeen(partitions: SeenPartition[]): void {
    if (isDeepStrictEqual(partitions, this.#seen)) return;
    this.#seen = partitions;
    this.#emit({ type: "PartitionsSeen", data: { topic: this.topic, partitions } });
  }

  turnChanged({ holder, ahead, endsAt }: Turn): void {
    // The producer of somebody whose turn is over goes on for nobody.
    if (holder !== this) this.#stopSends.abort();
    const who = holder === null ? "nobody" : holder === this ? "you" : "another";
    const seconds = endsAt === null ? null : Math.ceil((endsAt - Date.now()) / 1_000);
    this.#emit({ type: "TurnChanged", data: { holder: who, ahead, seconds } });
  }

  #tellCluster(): void {
    const { addresses, loginAddresses, user, ca, version } = this.#cluster.brokers;
    const states = this.#cluster.brokers.states();
    const brokers = brokerIds.map((id) => ({
      broker: id,
      address: addresses[id],
      loginAddress: loginAddresses[id],
      state: states[id],
    }));
    this.#emit({ type: "ClusterSeen", data: { version, brokers } });
    this.#emit({
      type: "LoginOffered",
      data: {
        username: user.name,
        password: user.password,
        ca,
        addresses: Object.values(loginAddresses),
      },
    });
  }

  async #prepare(): Promise<void> {
    await this.#cluster.offerLogin();
    await this.#cluster.topics.create(this.topic, partitionCount, topicSettings);
  }

  /** Takes the cluster where nobody has it; otherwise gets into the line and throws `lab-refused`. */
  #holdCluster(): void {
    if (this.#cluster.turns.take(this)) return;
    const ahead = this.#cluster.turns.placeOf(this);
    throw new Refusal("lab-refused", say("cluster-held", { ahead }), { next: say("cluster-held-advice") });
  }

  async #restart(broker: BrokerId): Promise<void> {
    try {
      await this.#cluster.restart(broker, this);
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      throw new Refusal("lab-refused", verbatimMessage(error.message), { cause: error });
    }
  }

  async #send({ acks, count }: { acks: Acks; count: number }, signal: AbortSignal): Promise<void> {
    const partition = await this.#partitionToSendTo();
    const run = ++this.#lastRun;
    this.#runs.set(run, { partition, count });
    this.#stopSends = new AbortController();
    const stop = AbortSignal.any([signal, this.#stopSends.signal]);
    const { kafka } = this.#cluster;
    this.#emit({ type: "SendsStarted", data: { run, acks, count, partition } });
    const report = (changes: SendChange[]) => this.#emit({ type: "SendsReported", data: { run, changes } });
    try {
      await runSends({ kafka, topic: this.topic, partition, run, acks, count, report }, stop);
    } catch (error) {
      throw new Refusal("lab-refused", say("cluster-all-away"), {
        cause: error,
        next: say("cluster-all-away-advice"),
      });
    } finally {
      this.#emit({ type: "SendsEnded", data: { run } });
    }
    await this.#count(run, signal);
  }

  /** One that broker 1 does not lead at first: when the controller is killed no other leader can be chosen. */
  async #partitionToSendTo(): Promise<number> {
    try {
      await this.#prepare();
      const described = await this.#cluster.topics.describe(this.topic);
      const partitions = described?.partitions ?? [];
      return Math.max(
        0,
        partitions.findIndex(({ replicas }) => replicas[0] !== brokerIds[0]),
      );
    } catch (error) {
      // The topic may be there from before, when broker 1 ran.
      const first = this.#seen.find(({ replicas }) => replicas[0] !== brokerIds[0]);
      if (first !== undefined) return first.partition;
      const away = this.#cluster.running("addresses").length === 0;
      throw new Refusal("lab-refused", say(away ? "cluster-all-away" : "cluster-no-topic"), {
        cause: error,
        next: say(away ? "cluster-all-away-advice" : "cluster-no-topic-advice"),
      });
    }
  }

  async #countAgain(run: number, signal: AbortSignal): Promise<void> {
    if (this.#runs.has(run)) return this.#count(run, signal);
    throw new Refusal("lab-refused", say("cluster-run-unknown", { run }), {
      next: say("cluster-run-unknown-advice"),
    });
  }

  async #count(run: number, signal: AbortSignal): Promise<void> {
    const { partition = 0, count = 0 } = this.#runs.get(run) ?? {};
    const notCounted = (message: Message) => this.#emit({ type: "LogNotCounted", data: { run, message } });
    const inSync = await this.#replicasInSync(partition, signal);
    if (inSync === null) return notCounted(say("cluster-log-unsettled"));
    // Kafka shows readers only what as many replicas have as must be in sync.
    if (inSync < leastInSync) return notCounted(say("cluster-log-hidden"));
    try {
      const { reader } = this.#cluster;
      const copies = await countLog(reader, { topic: this.topic, partition, run, count }, signal);
      this.#emit({ type: "LogCounted", data: { run, copies } });
    } catch {
      signal.throwIfAborted();
      notCounted(say("cluster-log-unsettled"));
    }
  }

  /** How many replicas are in sync, once no broker that is away counts as one of them; null where that takes too long. */
  async #replicasInSync(partition: number, signal: AbortSignal): Promise<number | null> {
    const deadline = Date.now() + settleMs;
    for (;;) {
      const states = this.#cluster.brokers.states();
      const { leader = null, inSync = [] } = this.#seen.find((seen) => seen.partition === partition) ?? {};
      const settled = leader !== null && inSync.every((id) => states[id as BrokerId] === "running");
      if (settled) return inSync.length;
      if (Date.now() > deadline) return null;
      await sleep(200, undefined, { signal });
    }
  }

  async #tryLogin(settings: LoginSettings): Promise<void> {
    await this.#cluster.offerLogin().catch(() => {});
    const { ca, user } = this.#cluster.brokers;
    const steps = await tryLogin({
      settings,
      brokers: this.#cluster.running("loginAddresses"),
      ca,
      user,
      learner: this.#groupPrefix,
    });
    this.#emit({ type: "LoginTried", data: { settings, steps } });
  }
}
