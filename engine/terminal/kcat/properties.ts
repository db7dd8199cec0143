import { CommandError } from "../command-error.ts";

/** What `-X` sets. */
export interface KcatProperties {
  /** Whether keys go where Kafka's own clients place them. */
  javasPartitioner: boolean;
  /** Whether a group without offsets reads from the first record. */
  fromBeginning: boolean;
}

/** Properties of librdkafka that mean something here, with the values that they may have. */
const known: Record<string, readonly string[]> = {
  "topic.partitioner": ["consistent", "consistent_random", "murmur2", "murmur2_random"],
  partitioner: ["consistent", "consistent_random", "murmur2", "murmur2_random"],
  "auto.offset.reset": ["smallest", "earliest", "beginning", "largest", "latest", "end"],
  "topic.auto.offset.reset": ["smallest", "earliest", "beginning", "largest", "latest", "end"],
};

/** Reads what follows each `-X`. Throws `Stop` for other properties and values. */
export function readProperties(given: string[]): KcatProperties {
  const properties = { javasPartitioner: false, fromBeginning: false };
  for (const [name, value] of given.flatMap((text) => text.split(",")).map(splitProperty)) {
    const values = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!values) {
      throw new CommandError(
        `-X accepts only topic.partitioner and auto.offset.reset here, not ${name}: the course's Kafka always answers, with settings of its own.`,
      );
    }
    if (!values.includes(value)) {
      throw new CommandError(
        `Invalid value ${JSON.stringify(value)} for configuration property ${JSON.stringify(name)}: use one of ${values.join(", ")}.`,
      );
    }
    if (name.endsWith("partitioner")) properties.javasPartitioner = value.startsWith("murmur2");
    else properties.fromBeginning = ["smallest", "earliest", "beginning"].includes(value);
  }
  return properties;
}

function splitProperty(text: string): [name: string, value: string] {
  const at = text.indexOf("=");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
