/**
 * Settings of a server that many learners share: it starts fast, holds little memory, and each statement is bounded
 * where PostgreSQL lets an operator bound it and a learner not change it.
 */
const settings: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "150",
  superuser_reserved_connections: "10",
  shared_buffers: "16MB",
  // A change data capture reads the write-ahead log.
  wal_level: "logical",
  max_wal_senders: "4",
  max_replication_slots: "4",
  max_slot_wal_keep_size: "128MB",
  min_wal_size: "32MB",
  max_wal_size: "128MB",
  // Nobody may plan work for a later time or for more processes than their own.
  max_prepared_transactions: "0",
  max_parallel_workers_per_gather: "0",
  max_parallel_maintenance_workers: "0",
  jit: "off",
  io_method: "sync",
  // Files of sorts and hashes of one process; a learner cannot raise it.
  temp_file_limit: "65536",
  max_notify_queue_pages: "64",
  max_locks_per_transaction: "256",
  // A deadlock is found after this; the usual second would make a page wait.
  deadlock_timeout: "100ms",
  // A backend whose client is gone ends even in the middle of a statement.
  client_connection_check_interval: "500ms",
  autovacuum_max_workers: "1",
  log_timezone: "UTC",
  timezone: "UTC",
  // A learner's mistakes are the learner's: they would fill the log.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_checkpoints: "off",
  log_lock_waits: "off",
};

/** The arguments of `postgres` for a data folder and a port. */
export function serverArguments(data: string, port: number): string[] {
  const all = Object.entries({ ...settings, port: String(port) });
  return ["-D", data, ...all.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** Address space of each PostgreSQL process, in kB: a value that would need more is an error of its statement. */
const processMemoryKb = 640 * 1024;
/** The longest file, in blocks of 512 bytes: a table that grows past it is an error of its statement. */
const longestFileBlocks = (96 * 2 ** 20) / 512;

/** The command that starts `program` within the system's limits, where the system has them (Linux). */
export function withinLimits(program: string, args: string[]): { command: string; args: string[] } {
  if (process.platform !== "linux") return { command: program, args };
  const script = `ulimit -v ${processMemoryKb}; ulimit -f ${longestFileBlocks}; ulimit -c 0; exec "$0" "$@"`;
  return { command: "/bin/sh", args: ["-c", script, program, ...args] };
}
