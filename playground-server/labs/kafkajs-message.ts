/** What KafkaJS says of a failure, with the name of Kafka's error where it has one. */
export function kafkaJsMessage(error: unknown): string {
  const { message, type, cause } = error as { message?: string; type?: string; cause?: { type?: string } };
  const name = type ?? cause?.type;
  const text = message ?? String(error);
  return name === undefined || text.includes(name) ? text : `${name}: ${text}`;
}
