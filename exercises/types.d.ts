// These types are shared by all exercises.

interface Metadata {
  /** The event's id, unique in the log. */
  id: string;
  version: number;
  /** ISO 8601, for example "2026-03-02T09:02:31Z". */
  occurredAt: string;
  causationId?: string;
  correlationId?: string;
  key: string | null;
  position: { topic: string; partition: number; offset: number };
  /** Milliseconds since 1970, as Kafka keeps it. */
  timestamp: number;
}

interface EventOf<Type extends string, Data> {
  readonly type: Type;
  readonly data: Readonly<Data>;
  readonly metadata: Readonly<Metadata>;
}
