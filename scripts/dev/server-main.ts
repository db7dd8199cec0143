// The server as a process of its own, so that it can be started anew while Kafka and the pages go on.
import { startServer } from "../../playground-server/main.ts";

export type ServerOrders = Omit<Parameters<typeof startServer>[0], "siteDir">;

const orders = JSON.parse(process.env.OFFSET_ZERO_ORDERS ?? "{}") as ServerOrders;
const server = await startServer({ ...orders, siteDir: null });

process.once("SIGTERM", () => {
  void server.close().then(() => process.exit(0));
});
