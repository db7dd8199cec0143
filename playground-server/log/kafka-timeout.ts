import { Refusal, refusalDetail } from "../errors.ts";

/** Fails with a sentence when the promise takes longer than `ms`. */
export async function withKafkaTimeout<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const cause = new DOMException("Kafka took too long.", "TimeoutError");
      reject(
        new Refusal("log-unavailable", refusalDetail("kafka-silent", { seconds: ms / 1000 }), { cause }),
      );
    }, ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
