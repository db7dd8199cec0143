import kafkajs, { type AclEntry, type Admin, type Kafka } from "kafkajs";
import type { TopicMetadata } from "../../log/topic-metadata.ts";

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

/** Two topics of a shop; its user may read the first. */
export const loginTopics = ["orders", "payments"] as const;

const offsetsTopicMs = 15_000;

const orders = ["OrderPlaced", "OrderPaid", "OrderShipped"];

/** Makes the topics with a few records, and gives the user its rights. Doing it twice changes nothing. */
export async function offerLogin(kafka: Kafka, topics: TopicMetadata, username: string): Promise<void> {
  for (const topic of loginTopics) await topics.create(topic, 1, {});
  const producer = kafka.producer();
  await producer.connect();
  try {
    for (const topic of loginTopics) {
      const messages = orders.map((type) => ({ key: "order-1", value: JSON.stringify({ type, data: {} }) }));
      await producer.send({ topic, messages });
    }
  } finally {
    await producer.disconnect();
  }
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createAcls({ acl: rightsOf(username) });
    await makeOffsetsTopic(admin);
  } finally {
    await admin.disconnect();
  }
}

/** The first question for a group makes Kafka's topic of offsets, which takes a while: nobody should wait for it later. */
async function makeOffsetsTopic(admin: Admin): Promise<void> {
  const deadline = Date.now() + offsetsTopicMs;
  for (;;) {
    try {
      await admin.fetchOffsets({ groupId: "offset-zero", topics: ["orders"] });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** To read the topic `orders`, in consumer groups whose names begin with the user's. */
function rightsOf(username: string): AclEntry[] {
  const allowed = {
    principal: `User:${username}`,
    host: "*",
    permissionType: AclPermissionTypes.ALLOW,
    operation: AclOperationTypes.READ,
  };
  return [
    {
      ...allowed,
      resourceType: AclResourceTypes.TOPIC,
      resourceName: "orders",
      resourcePatternType: ResourcePatternTypes.LITERAL,
    },
    {
      ...allowed,
      resourceType: AclResourceTypes.GROUP,
      resourceName: `${username}-`,
      resourcePatternType: ResourcePatternTypes.PREFIXED,
    },
  ];
}
