import { apiVersionsV4, type Consumer } from "@platformatic/kafka";

/** Kafka's metadata version of each release, from `MetadataVersion` of Apache Kafka: the newest a release supports. */
const releases: [number, string][] = [
  [30, "4.3"],
  [28, "4.2"],
  [26, "4.1"],
  [22, "4.0"],
  [21, "3.9"],
  [20, "3.8"],
  [16, "3.7"],
];

/** The broker's release as its features tell; null when they do not. Throws where no broker answers. */
export async function brokerVersion(consumer: Consumer): Promise<string | null> {
  const [connection] = (await consumer.connectToBrokers()).values();
  if (!connection) throw new Error("No broker answers.");
  const { supportedFeatures } = await apiVersionsV4.api.async(connection, "offset-zero", "1");
  const level = supportedFeatures?.find(({ name }) => name === "metadata.version")?.maxVersion ?? 0;
  const release = releases.find(([least]) => level >= least);
  return release ? release[1] + (level > (releases[0]?.[0] ?? 0) ? " or newer" : "") : null;
}
