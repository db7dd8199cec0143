import { startServer } from "../main.ts";

/** The server of `shared-lab-server.ts`, in a process of its own: its options are the argument, its address a message. */
const server = await startServer({ ...JSON.parse(process.argv[2] ?? "{}"), log: () => {} });
process.once("disconnect", () => void server.close().then(() => process.exit(0)));
process.send?.(server.url);
