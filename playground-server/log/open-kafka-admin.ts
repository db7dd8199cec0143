import type { Admin, Kafka } from "kafkajs";
import { SharedConnection } from "./shared-connection.ts";

/** What administers a cluster, connected on first use. */
export function openKafkaAdmin(kafka: Kafka): SharedConnection<Admin> {
  return new SharedConnection(
    async () => {
      const admin = kafka.admin();
      await admin.connect();
      return admin;
    },
    (admin) => admin.disconnect(),
  );
}
