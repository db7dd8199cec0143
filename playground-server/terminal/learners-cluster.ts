import type { Position, RawRecord } from "../../engine/fold/event.ts";
import type { Cluster, Groups } from "../../engine/terminal/cluster-interface.ts";
import { CommandError } from "../../engine/terminal/command-error.ts";
import type { Caller } from "../caller.ts";
import { Refusal } from "../errors.ts";
import { coversTopic } from "../log/acls.ts";
import type { Log } from "../log/open-log.ts";
import { mayRead, ownPrefix, ownTopic, readableTopic } from "../log/topic-names.ts";
import { checkConfigChanges, checkTopicConfig } from "./check-topic-config.ts";
import { terminalLimits } from "./limits.ts";

/** Bounds of one read: the tools ask for a few hundred records at once. */
const bounds = { records: 1_000, characters: 8 * 1024 * 1024 };

/**
 * The real cluster as one learner may see it: the course's topics, and the learner's own topics and groups under the
 * names they typed.
 */
export function learnersCluster(log: Log, caller: Caller): Cluster {
  const { learner, address } = caller;
  const prefix = `${ownPrefix}${learner}.`;
  const shown = (topic: string) =>
    topic.startsWith(prefix) ? ownPrefix + topic.slice(prefix.length) : topic;
  const shownAt = (position: Position) => ({ ...position, topic: shown(position.topic) });
  const shownRecord = (record: RawRecord) => ({ ...record, position: shownAt(record.position) });
  /** Null for a name that no topic of this learner can have. */
  const readable = (topic: string): string | null => {
    try {
      return readableTopic(topic, learner);
    } catch (error) {
      if (error instanceof Refusal && error.code === "topic-unknown") return null;
      throw error;
    }
  };
  const own = (topic: string) => {
    if (!caller.returned) throw new Refusal("session-new");
    return ownTopic(topic, learner);
  };
  return {
    brokers: () => log.brokers(),
    async topics() {
      const all = await log.topics.all();
      return all
        .filter((topic) => mayRead(topic, learner))
        .map(shown)
        .sort();
    },
    async describe(topic) {
      const name = readable(topic);
      return name === null ? null : log.topics.describe(name);
    },
    async create(topic, { partitions, config }) {
      if (partitions !== undefined) expectPartitions(partitions);
      await log.topics.create(own(topic), address, { partitions, config: checkTopicConfig(config) });
    },
    delete: (topic) => log.topics.remove(own(topic)),
    async grow(topic, partitions) {
      expectPartitions(partitions);
      await log.topics.grow(own(topic), partitions);
    },
    async settings(topic) {
      const name = readable(topic);
      return name === null ? null : log.topics.settings(name);
    },
    configure: (topic, changes) => log.topics.configure(own(topic), checkConfigChanges(changes)),
    deleteRecords: (topic, before) => log.topics.deleteRecords(own(topic), before),
    async acls() {
      const acls = await log.topics.acls();
      const topics = (await log.topics.all()).filter((topic) => mayRead(topic, learner));
      const visible = acls?.filter((acl) => topics.some((topic) => coversTopic(acl, topic)));
      return visible?.map((acl) => ({ ...acl, name: shown(acl.name) })) ?? null;
    },
    async ends(topic) {
      const name = readable(topic);
      if (name === null) return null;
      return log.ends(name).catch((error) => {
        if (error instanceof Refusal && error.code === "topic-unknown") return null;
        throw error;
      });
    },
    async read(topic, partition, from, to) {
      const name = readableTopic(topic, learner);
      const { records } = await log.read({ topic: name, partitions: [{ partition, from, to }] }, bounds);
      return records.map(shownRecord);
    },
    offsetsAt: (topic, timestamp) => log.offsetsAt(readableTopic(topic, learner), timestamp),
    offsetsOfNewest: (topic) => log.offsetsOfNewest(readableTopic(topic, learner)),
    async follow(topic, hear, signal) {
      const stop = await log.watch(readableTopic(topic, learner), {
        onRecord: (_, raw) => hear(shownRecord(raw)),
        onEnd: () => {},
      });
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    },
    async produce(topic, record) {
      return shownAt(await log.produce(own(topic), record));
    },
    groups: learnersGroups(log, learner, {
      shown,
      shownRecord,
      readable: (topic) => readableTopic(topic, learner),
    }),
  };
}

function expectPartitions(partitions: number): void {
  if (partitions <= terminalLimits.partitions) return;
  throw new CommandError(`Your topics can have at most ${terminalLimits.partitions} partitions here.`);
}

const groupName = /^[A-Za-z0-9._-]{1,60}$/;

/** The learner's own consumer groups. They carry the learner's name at the broker, so that nobody disturbs others. */
function learnersGroups(
  log: Log,
  learner: string,
  {
    shown,
    shownRecord,
    readable,
  }: {
    shown(topic: string): string;
    shownRecord(record: RawRecord): RawRecord;
    readable(topic: string): string;
  },
): Groups {
  const prefix = `${ownPrefix}${learner}.`;
  const full = (group: string) => {
    if (groupName.test(group)) return prefix + group;
    throw new CommandError("A group's name has 1 to 60 letters, digits, dots, hyphens and underscores.");
  };
  const list = async () => {
    const all = await log.groups.list();
    return all.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  };
  const expectRoom = async (group: string) => {
    const groups = await list();
    if (groups.includes(group) || groups.length < terminalLimits.groups) return;
    throw new CommandError(
      `You have ${groups.length} groups, which is the limit. "kafka-consumer-groups --delete --group ${groups[0]}" deletes one.`,
    );
  };
  return {
    list,
    async describe(group) {
      const found = await log.groups.describe(full(group));
      if (!found) return null;
      const brokers = await log.brokers();
      return {
        state: found.state,
        strategy: found.strategy,
        coordinator: brokers.length === 1 ? (brokers[0] ?? null) : null,
        members: found.members.map(({ assigned, ...member }) => ({
          ...member,
          assigned: assigned.map((place) => ({ ...place, topic: shown(place.topic) })),
        })),
        offsets: found.offsets.map((place) => ({ ...place, topic: shown(place.topic) })),
      };
    },
    async setOffsets(group, topic, offsets) {
      await expectRoom(group);
      await log.groups.setOffsets(full(group), readable(topic), offsets);
    },
    delete: (group) => log.groups.remove(full(group)),
    async consume(group, topic, fromBeginning, hear, signal) {
      await expectRoom(group);
      const wanted = { group: full(group), topic: readable(topic), fromBeginning };
      await log.groups.consume(wanted, (record) => hear(shownRecord(record)), signal);
    },
  };
}
