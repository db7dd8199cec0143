import type { Timeouts } from "../http/timeouts.ts";
import type { KafkaSettings } from "../log/kafka-client.ts";
import { noKafka, openTestServer, type TestServer } from "../testing/test-playground.ts";

/** Another server for the time of one case, where the server itself must not be filled up or kept waiting. */
export async function onSecondServer<T>(
  options: { kafka?: KafkaSettings; env?: NodeJS.ProcessEnv; timeouts?: Timeouts },
  work: (address: string, server: TestServer) => Promise<T>,
): Promise<T> {
  const { kafka = noKafka, env = {}, timeouts } = options;
  const server = await openTestServer(kafka, {
    env: { SANDBOX_SLOTS: "1", ...env },
    ...(timeouts && { timeouts }),
  });
  try {
    return await work(await server.app.listen({ host: "127.0.0.1", port: 0 }), server);
  } finally {
    await server.close();
  }
}
