import type { Patience } from "../http/patience.ts";
import type { KafkaSettings } from "../log/client.ts";
import { noKafka, type TestServer, testServer } from "../testing/playground.ts";

/** Another server for the time of one case, where the house itself must not be filled up or kept waiting. */
export async function onSpare<T>(
  options: { kafka?: KafkaSettings; env?: NodeJS.ProcessEnv; patience?: Patience },
  work: (address: string, server: TestServer) => Promise<T>,
): Promise<T> {
  const { kafka = noKafka, env = {}, patience } = options;
  const server = await testServer(kafka, {
    env: { SANDBOX_SLOTS: "1", ...env },
    ...(patience && { patience }),
  });
  try {
    return await work(await server.app.listen({ host: "127.0.0.1", port: 0 }), server);
  } finally {
    await server.close();
  }
}
