import { CommandError } from "../../engine/terminal/command-error.ts";

/** The settings of a topic that a learner may choose, each with the largest number it may have, or its words. */
const settings: Record<string, number | readonly string[]> = {
  "cleanup.policy": ["delete", "compact", "compact,delete", "delete,compact"],
  "compression.type": ["producer", "uncompressed", "gzip"],
  "delete.retention.ms": 7 * 86_400_000,
  "max.compaction.lag.ms": 7 * 86_400_000,
  "max.message.bytes": 1024 * 1024,
  "message.timestamp.type": ["CreateTime", "LogAppendTime"],
  "min.compaction.lag.ms": 7 * 86_400_000,
  "retention.bytes": 16 * 1024 * 1024,
  "retention.ms": 7 * 86_400_000,
  // Six partitions with an open segment each are less than a topic's bound: something can always be deleted.
  "segment.bytes": 4 * 1024 * 1024,
  "segment.ms": 7 * 86_400_000,
};

/** Below these a broker would make files without end. */
const least: Record<string, number> = { "segment.bytes": 1024 * 1024, "segment.ms": 1_000 };

/** Throws `Stop` for a setting that is not a learner's to choose, and for a value outside of its bounds. */
export function checkTopicConfig(config: Map<string, string>): Map<string, string> {
  for (const [name, value] of config) {
    const allowed = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (allowed === undefined) {
      throw new CommandError(
        `Unknown topic config name: ${name}. Known names here: ${Object.keys(settings).join(", ")}.`,
      );
    }
    if (typeof allowed !== "number") {
      if (allowed.includes(value)) continue;
      throw new CommandError(
        `Invalid value ${value} for configuration ${name}: use one of ${allowed.join(" | ")}.`,
      );
    }
    const from = least[name] ?? 0;
    if (/^\d+$/.test(value) && Number(value) >= from && Number(value) <= allowed) continue;
    throw new CommandError(
      `Invalid value ${value} for configuration ${name}: use a whole number from ${from} to ${allowed}.`,
    );
  }
  return config;
}

/** The practice space needs these of every topic: a broker's own would let a topic grow, or stay, without end. */
const kept = ["retention.bytes", "retention.ms", "segment.bytes"];

/** Changes of a topic's settings, null where one is taken away. Throws `Stop` as `checkTopicConfig` does. */
export function checkConfigChanges(changes: Map<string, string | null>): Map<string, string | null> {
  checkTopicConfig(new Map([...changes].flatMap(([name, value]) => (value === null ? [] : [[name, value]]))));
  const taken = kept.find((name) => changes.get(name) === null);
  if (taken !== undefined) {
    throw new CommandError(
      `The practice space needs ${taken} of every topic, and --delete-config cannot take it away. --add-config ${taken}=<number> changes it.`,
    );
  }
  return changes;
}
