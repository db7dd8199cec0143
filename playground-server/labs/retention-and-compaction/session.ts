import type { LabCommand } from "../../../engine/labs/lab-event.ts";
import type { RetentionCommand } from "../../../engine/labs/retention-and-compaction/commands.ts";
import type { RetentionEvent } from "../../../engine/labs/retention-and-compaction/events.ts";
import {
  accountEvent,
  type Contents,
  itemEvent,
  itemEventOf,
  type KeyedEvent,
  type Target,
} from "../../../engine/labs/retention-and-compaction/facts.ts";
import { retentionLimits } from "../../../engine/labs/retention-and-compaction/limits.ts";
import { labTopics } from "../../../engine/labs/retention-and-compaction/topic-names.ts";
import { readableTopic } from "../../log/topic-names.ts";
import type { LabContext, LabSession } from "../lab.ts";
import { LabTopics } from "../topics/lab-topics.ts";
import { sayOfTopicLab, topicLabRefusal } from "../topics/topic-lab-refusal.ts";
import { auditedTopic } from "./audited-topic.ts";
import { Streams } from "./streams.ts";

type DataOf<Type extends RetentionCommand["type"]> = Extract<RetentionCommand, { type: Type }>["data"];

const { log: logTopic, whole, compacted } = labTopics;
/** The index of a segment takes 10 MB of disk by default, and these topics get a segment each second. */
const smallIndex = { "segment.index.bytes": String(64 * 1024) };
const kept = { "retention.ms": "-1", "retention.bytes": "-1" };

/** A learner's session: a topic whose start vanishes, and two with the same records of which one is compacted. */
export async function openRetention(context: LabContext): Promise<LabSession> {
  const topics = await LabTopics.open(context, {
    begins: "",
    names: Object.values(labTopics),
    records: retentionLimits.records,
    compacted: true,
  });
  const emit = (event: RetentionEvent) => context.emit(event);
  let contents: Contents = "whole values";
  const streams = new Streams(append, emit);

  async function append(to: Target): Promise<void> {
    if (to === "log") {
      expectRoom(logTopic);
      await produce(logTopic, accountEvent(topics.endsOf(logTopic)));
    } else await appendToPair(itemEvent(contents, topics.endsOf(whole)));
    await topics.look();
  }

  async function appendToPair(event: KeyedEvent): Promise<void> {
    expectRoom(whole);
    for (const name of [whole, compacted]) await produce(name, event);
  }

  async function produce(name: string, { key, event }: KeyedEvent): Promise<void> {
    await topics.produce(name, { key, value: event && JSON.stringify(event), partition: 0 });
  }

  function expectRoom(name: string): void {
    const held = topics.recordsOf(name);
    if (held < retentionLimits.records) return;
    throw topicLabRefusal(
      sayOfTopicLab("lab-records-most", {
        topic: topics.shown(name),
        held,
        most: retentionLimits.records,
      }),
    );
  }

  async function makeAnew(name: string, settings: Record<string, string>): Promise<void> {
    if (topics.names.includes(name)) await topics.remove(name);
    await topics.make(name, 1, { ...smallIndex, ...settings });
  }

  async function makeLog({ retentionMs, retentionBytes, segmentMs }: DataOf<"MakeLog">): Promise<void> {
    streams.stop("log");
    await makeAnew(logTopic, {
      "retention.ms": String(retentionMs),
      "retention.bytes": String(retentionBytes),
      "segment.ms": String(segmentMs),
    });
  }

  async function makePair(wanted: DataOf<"MakePair">): Promise<void> {
    streams.stop("pair");
    const segments = { "segment.ms": String(wanted.segmentMs) };
    contents = wanted.contents;
    await makeAnew(whole, { ...kept, ...segments });
    await makeAnew(compacted, {
      ...kept,
      ...segments,
      "cleanup.policy": "compact",
      "min.cleanable.dirty.ratio": String(wanted.minCleanableDirtyRatio),
      "delete.retention.ms": String(wanted.deleteRetentionMs),
    });
    emit({ type: "PairMade", data: { contents } });
  }

  async function handle(command: RetentionCommand): Promise<void> {
    const { type, data } = command;
    switch (type) {
      case "MakeLog":
        return makeLog(data);
      case "ChangeRetention":
        return topics.configure(logTopic, {
          "retention.ms": String(data.retentionMs),
          "retention.bytes": String(data.retentionBytes),
        });
      case "DeleteRecords":
        await topics.look();
        await topics.deleteRecords(logTopic, 0, data.before);
        return emit({
          type: "RecordsDeleted",
          data: { topic: topics.shown(logTopic), before: data.before },
        });
      case "MakePair":
        return makePair(data);
      case "StartStream":
        topics.recordsOf(data.to === "log" ? logTopic : whole);
        return streams.start(data.to, data.everyMs);
      case "StopStream":
        return streams.stop(data.to);
      case "AppendToPair":
        await appendToPair(itemEventOf(contents, data.item, data.value, topics.endsOf(whole)));
        return topics.look();
      case "AuditTopic": {
        const name = readableTopic(data.topic, context.names.learner);
        return emit({ type: "TopicAudited", data: await auditedTopic(context.log, name, data.role) });
      }
      case "LookAgain":
        return topics.look();
    }
  }

  return {
    handle: (command: LabCommand) => handle(command as RetentionCommand),
    async reset() {
      streams.stopAll();
      await topics.removeAll();
    },
    async close() {
      streams.stopAll();
      await topics.close();
    },
  };
}
