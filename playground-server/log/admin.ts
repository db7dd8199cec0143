import type { Admin, Kafka } from "kafkajs";
import { Connection } from "./connection.ts";

/** What administers a cluster, connected on first use. */
export function adminOf(kafka: Kafka): Connection<Admin> {
  return new Connection(
    async () => {
      const admin = kafka.admin();
      await admin.connect();
      return admin;
    },
    (admin) => admin.disconnect(),
  );
}
