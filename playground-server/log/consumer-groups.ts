import { decodeConsumerProtocolAssignment } from "@platformatic/kafka";
import type { Admin, Consumer, IHeaders, Kafka } from "kafkajs";
import type { RawRecord } from "../../engine/fold/event.ts";
import { describeConsumerGroup } from "./consumer-protocol-groups.ts";
import type { DescribedGroup } from "./described-group.ts";
import { groupAssignors } from "./group-assignors.ts";
import type { KafkaSettings } from "./kafka-client.ts";
import { kafkaRefusal, saysUnsettled } from "./kafka-errors.ts";
import { withKafkaTimeout } from "./kafka-timeout.ts";
import { explainMissingRight } from "./missing-right.ts";
import { openKafkaAdmin } from "./open-kafka-admin.ts";
import { recordText } from "./record-text.ts";
import { retryUntilSettled } from "./retry-until-settled.ts";
import type { SharedConnection } from "./shared-connection.ts";

const adminTimeout = 8_000;
/** How long a member that has gone silent counts as one, in ms. */
const sessionTimeout = 10_000;
/** How often a request of a member is tried again. */
const retryPolicy = { retries: 8, initialRetryTime: 100, maxRetryTime: 1_000 };
/** How long a broker holds a fetch that has nothing new, in ms: also how long a consumer takes to leave. */
const maxWait = 250;

/** Consumer groups with real members and real offsets. Names of groups and topics are without the prefix. */
export class ConsumerGroups {
  #kafka: Kafka;
  #settings: KafkaSettings;
  #prefix: string;
  #admin: SharedConnection<Admin>;
  #consumers = new Set<Consumer>();

  constructor(kafka: Kafka, settings: KafkaSettings) {
    this.#kafka = kafka;
    this.#settings = settings;
    this.#prefix = settings.topicPrefix;
    this.#admin = openKafkaAdmin(kafka);
  }

  async list(): Promise<string[]> {
    const { groups } = await this.#try((admin) => admin.listGroups());
    return groups
      .map(({ groupId }) => groupId)
      .filter((id) => id.startsWith(this.#prefix))
      .map((id) => this.#bare(id))
      .toSorted();
  }

  /** Null if there is no such group. */
  async describe(group: string): Promise<DescribedGroup | null> {
    const groupId = this.#prefix + group;
    if (!(await this.list()).includes(group)) return null;
    const description = this.#try(async (admin) => {
      const found = await this.#members(admin, groupId);
      if (!found) return null;
      const offsets = await admin.fetchOffsets({ groupId });
      return {
        ...found,
        members: found.members.map(({ assigned, ...member }) => ({
          ...member,
          assigned: assigned.map(({ topic, partition }) => ({ topic: this.#bare(topic), partition })),
        })),
        offsets: offsets.flatMap(({ topic, partitions }) =>
          partitions
            .map(({ partition, offset }) => ({ topic: this.#bare(topic), partition, offset: Number(offset) }))
            .filter(({ offset }) => offset >= 0),
        ),
      };
    });
    return explainMissingRight("Read", "group", groupId, description);
  }

  /** State and members, whichever of Kafka's two protocols the group uses. Names carry the prefix. */
  async #members(admin: Admin, groupId: string): Promise<Omit<DescribedGroup, "offsets"> | null> {
    const { groups } = await admin.describeGroups([groupId]);
    const [found] = groups;
    if (!found) return null;
    // The group was listed: a group that is really dead is not.
    if (found.state === "Dead") return describeConsumerGroup(this.#settings, groupId);
    return {
      state: found.state,
      strategy: found.protocol,
      members: found.members.map(({ memberId, clientHost, clientId, memberAssignment }) => ({
        id: memberId,
        host: clientHost,
        clientId,
        assigned: assignedIn(memberAssignment),
      })),
    };
  }

  /** Moves a group that has no members. */
  async setOffsets(
    group: string,
    topic: string,
    offsets: { partition: number; offset: number }[],
  ): Promise<void> {
    const partitions = offsets.map(({ partition, offset }) => ({ partition, offset: String(offset) }));
    // On a connection of its own: KafkaJS would go on asking for this topic, and fail once the topic is deleted.
    const own = openKafkaAdmin(this.#kafka);
    const wanted = { groupId: this.#prefix + group, topic: this.#prefix + topic, partitions };
    const move = this.#try((admin) => admin.setOffsets(wanted), own).finally(() => own.close());
    await explainMissingRight("Read", "group", wanted.groupId, move);
  }

  async remove(group: string): Promise<void> {
    const groupId = this.#prefix + group;
    const deletion = this.#try((admin) => admin.deleteGroups([groupId]));
    await explainMissingRight("Delete", "group", groupId, deletion);
  }

  /**
   * Reads a topic as a member of the group until `signal` aborts or `hear` answers that it has enough. What was heard
   * is committed after each batch.
   */
  consume(
    wanted: { group: string; topic: string; fromBeginning: boolean },
    hear: (record: RawRecord) => boolean,
    signal: AbortSignal,
  ): Promise<void> {
    return explainMissingRight(
      "Read",
      "group",
      this.#prefix + wanted.group,
      this.#consume(wanted, hear, signal),
    );
  }

  async #consume(
    { group, topic, fromBeginning }: { group: string; topic: string; fromBeginning: boolean },
    hear: (record: RawRecord) => boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const over = Promise.withResolvers<void>();
    let enough = signal.aborted;
    const end = () => {
      enough = true;
      over.resolve();
    };
    if (enough) return;
    const consumer = this.#kafka.consumer({
      groupId: this.#prefix + group,
      allowAutoTopicCreation: false,
      sessionTimeout,
      heartbeatInterval: sessionTimeout / 4,
      maxWaitTimeInMs: maxWait,
      partitionAssigners: groupAssignors,
      retry: retryPolicy,
    });
    this.#consumers.add(consumer);
    signal.addEventListener("abort", end, { once: true });
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      // KafkaJS retries: the first group of a cluster waits until its coordinator is ready.
      if (!restart || !saysUnsettled(error)) over.reject(kafkaRefusal(error));
    });
    // It may be rejected before anybody waits for it.
    over.promise.catch(() => {});
    try {
      await consumer.connect();
      await consumer.subscribe({ topic: this.#prefix + topic, fromBeginning });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: async ({ batch, resolveOffset, heartbeat, isRunning, isStale }) => {
          let next: string | null = null;
          for (const message of batch.messages) {
            if (enough || !isRunning() || isStale()) break;
            const { offset } = message;
            const goOn = hear(
              recordOf({ topic, partition: batch.partition, offset: Number(offset) }, message),
            );
            resolveOffset(offset);
            next = String(Number(offset) + 1);
            if (!goOn) end();
          }
          if (next !== null) {
            await consumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset: next }]);
          }
          await heartbeat();
        },
      });
      await over.promise;
    } catch (error) {
      throw kafkaRefusal(error);
    } finally {
      signal.removeEventListener("abort", end);
      this.#consumers.delete(consumer);
      await consumer.disconnect().catch(() => {});
    }
  }

  #bare(name: string): string {
    return name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : name;
  }

  #try<T>(work: (admin: Admin) => Promise<T>, on = this.#admin): Promise<T> {
    return retryUntilSettled(async () => {
      try {
        return await withKafkaTimeout(adminTimeout, on.use(work));
      } catch (error) {
        throw kafkaRefusal(error);
      }
    });
  }

  async close(): Promise<void> {
    await Promise.all([
      this.#admin.close(),
      ...[...this.#consumers].map((consumer) => consumer.disconnect().catch(() => {})),
    ]);
  }
}

/** The partitions in a member's assignment, as the group's leader wrote it. */
function assignedIn(assignment: Buffer): { topic: string; partition: number }[] {
  return decodeConsumerProtocolAssignment(assignment).assignedPartitions.flatMap(({ topic, partitions }) =>
    partitions.map((partition) => ({ topic, partition })),
  );
}

function recordOf(
  position: RawRecord["position"],
  {
    timestamp,
    headers,
    ...parts
  }: { timestamp: string; key: Buffer | null; value: Buffer | null; headers?: IHeaders },
): RawRecord {
  // KafkaJS puts the values of a repeated name into a list, so names that alternate come one after the other.
  const pairs = Object.entries(headers ?? {}).flatMap(([name, values]) =>
    [values].flat().map((value): [string, Buffer | string | null] => [name, value ?? null]),
  );
  return { position, timestamp: Number(timestamp), ...recordText({ ...parts, headers: pairs }) };
}
