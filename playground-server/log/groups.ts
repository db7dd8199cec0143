import kafkajs, { type Admin, type Consumer, type IHeaders, type Kafka } from "kafkajs";
import type { RawRecord } from "../../engine/fold/event.ts";
import { adminOf } from "./admin.ts";
import type { KafkaSettings } from "./client.ts";
import type { Connection } from "./connection.ts";
import { everythingSaid, unavailable, within } from "./unavailable.ts";

/** KafkaJS is CommonJS: its values hang on the default export. */
const { AssignerProtocol } = kafkajs;

/** A place that a group has committed. */
export interface Committed {
  topic: string;
  partition: number;
  offset: number;
}

export interface DescribedGroup {
  /** As Kafka says it. */
  state: string;
  strategy: string;
  members: { id: string; host: string; clientId: string; assigned: { topic: string; partition: number }[] }[];
  offsets: Committed[];
}

const adminTimeout = 8_000;
/** How long a member that has gone silent counts as one, in ms. */
const sessionTimeout = 10_000;
/** The first group of a cluster waits until the brokers have made the topic in which they keep offsets. */
const patience = { retries: 8, initialRetryTime: 100, maxRetryTime: 1_000 };
/** How long a broker holds a fetch that has nothing new, in ms: also how long a consumer takes to leave. */
const maxWait = 250;

/** Consumer groups with real members and real offsets. Names of groups and topics are without the prefix. */
export class Groups {
  #kafka: Kafka;
  #prefix: string;
  #admin: Connection<Admin>;
  #consumers = new Set<Consumer>();

  constructor(kafka: Kafka, { topicPrefix }: KafkaSettings) {
    this.#kafka = kafka;
    this.#prefix = topicPrefix;
    this.#admin = adminOf(kafka);
  }

  async list(): Promise<string[]> {
    const { groups } = await this.#try((admin) => admin.listGroups());
    return groups
      .map(({ groupId }) => groupId)
      .filter((id) => id.startsWith(this.#prefix))
      .map((id) => this.#bare(id))
      .toSorted();
  }

  /** Null where there is no such group. */
  async describe(group: string): Promise<DescribedGroup | null> {
    const groupId = this.#prefix + group;
    if (!(await this.list()).includes(group)) return null;
    return this.#try(async (admin) => {
      const { groups } = await admin.describeGroups([groupId]);
      const found = groups[0];
      if (!found) return null;
      const offsets = await admin.fetchOffsets({ groupId });
      return {
        ...{ state: found.state, strategy: found.protocol },
        members: found.members.map(({ memberId, clientHost, clientId, memberAssignment }) => ({
          ...{ id: memberId, host: clientHost, clientId, assigned: this.#assigned(memberAssignment) },
        })),
        offsets: offsets.flatMap(({ topic, partitions }) =>
          partitions
            .map(({ partition, offset }) => ({ topic: this.#bare(topic), partition, offset: Number(offset) }))
            .filter(({ offset }) => offset >= 0),
        ),
      };
    });
  }

  #assigned(assignment: Buffer): { topic: string; partition: number }[] {
    if (assignment.length === 0) return [];
    const decoded = AssignerProtocol.MemberAssignment.decode(assignment)?.assignment ?? {};
    return Object.entries(decoded).flatMap(([topic, partitions]) =>
      partitions.map((partition) => ({ topic: this.#bare(topic), partition })),
    );
  }

  /** Moves a group that has no members. */
  async setOffsets(
    group: string,
    topic: string,
    offsets: { partition: number; offset: number }[],
  ): Promise<void> {
    const partitions = offsets.map(({ partition, offset }) => ({ partition, offset: String(offset) }));
    await this.#try((admin) =>
      admin.setOffsets({ groupId: this.#prefix + group, topic: this.#prefix + topic, partitions }),
    );
  }

  async remove(group: string): Promise<void> {
    await this.#try((admin) => admin.deleteGroups([this.#prefix + group]));
  }

  /**
   * Reads a topic as a member of the group until `signal` aborts or `hear` answers that it has enough. What was heard
   * is committed after each batch.
   */
  async consume(
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
      ...{ groupId: this.#prefix + group, allowAutoTopicCreation: false },
      ...{ sessionTimeout, heartbeatInterval: sessionTimeout / 4, maxWaitTimeInMs: maxWait },
      retry: patience,
    });
    this.#consumers.add(consumer);
    signal.addEventListener("abort", end, { once: true });
    consumer.on(consumer.events.CRASH, ({ payload }) => over.reject(unavailable(payload.error)));
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
      throw unavailable(error);
    } finally {
      signal.removeEventListener("abort", end);
      this.#consumers.delete(consumer);
      await consumer.disconnect().catch(() => {});
    }
  }

  #bare(name: string): string {
    return name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : name;
  }

  async #try<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    try {
      return await within(adminTimeout, this.#admin.use(work, saysNoGroup));
    } catch (error) {
      throw unavailable(error);
    }
  }

  async close(): Promise<void> {
    await Promise.all([
      this.#admin.close(),
      ...[...this.#consumers].map((consumer) => consumer.disconnect().catch(() => {})),
    ]);
  }
}

/** An answer about a group, and no failure of the connection. */
function saysNoGroup(error: unknown): boolean {
  return /GROUP_ID_NOT_FOUND|NON_EMPTY_GROUP|group/i.test(everythingSaid(error));
}

function recordOf(
  position: RawRecord["position"],
  {
    timestamp,
    key,
    value,
    headers,
  }: { timestamp: string; key: Buffer | null; value: Buffer | null; headers?: IHeaders },
): RawRecord {
  const named = Object.entries(headers ?? {}).map(([name, header]) => [name, [header].flat().join()]);
  return {
    ...{ position, timestamp: Number(timestamp), headers: Object.fromEntries(named) },
    ...{ key: key?.toString() ?? null, value: value?.toString() ?? null },
  };
}
