/** What a learner may type, and the words of the refusal. */
export type HostileStatement = [what: string, sql: string, refusal: RegExp];

const denied = /permission denied/;
/** Which limit is met first depends on the machine. */
const tooMuch = /user request|temporary file size|File too large|could not extend|memory/;

/** Each statement is refused by PostgreSQL, or by us, with these words; nothing of it happens. */
export const refusedStatements: readonly HostileStatement[] = [
  // Programs and files of the machine.
  ["COPY from a program", "COPY t FROM PROGRAM 'id'", denied],
  ["COPY to a program", "COPY t TO PROGRAM 'cat > /tmp/offset-zero-out'", denied],
  ["COPY from a file", "COPY t FROM '/etc/passwd'", denied],
  ["COPY to a file", "COPY t TO '/tmp/offset-zero-out'", denied],
  ["COPY from standard input", "COPY t FROM STDIN", /There is no file to copy from/],
  ["reading a file", "SELECT pg_read_file('/etc/passwd')", denied],
  ["reading a binary file", "SELECT pg_read_binary_file('PG_VERSION')", denied],
  ["listing a folder", "SELECT pg_ls_dir('/')", denied],
  ["listing the log folder", "SELECT pg_ls_logdir()", denied],
  ["a file's times", "SELECT pg_stat_file('/etc/passwd')", denied],
  ["where the data is", "SHOW data_directory", denied],
  ["the server's access rules", "SELECT * FROM pg_hba_file_rules", denied],
  ["the server's settings files", "SELECT * FROM pg_file_settings", denied],
  // Large objects.
  ["importing a file as a large object", "SELECT lo_import('/etc/passwd')", denied],
  ["exporting a large object", "SELECT lo_export(1, '/tmp/offset-zero-out')", denied],
  ["making a large object", "SELECT lo_create(0)", denied],
  ["filling a large object", "SELECT lo_from_bytea(0, 'x')", denied],
  // Other servers and extensions.
  ["dblink", "CREATE EXTENSION dblink", denied],
  ["foreign tables", "CREATE EXTENSION postgres_fdw", denied],
  ["files as tables", "CREATE EXTENSION file_fdw", denied],
  ["a trusted extension", "CREATE EXTENSION hstore", denied],
  ["dblink without its extension", "SELECT dblink_connect('host=127.0.0.1')", /does not exist/],
  ["a subscription", "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1' PUBLICATION p", denied],
  ["a publication", "CREATE PUBLICATION p FOR ALL TABLES", denied],
  ["a replication slot", "SELECT pg_create_logical_replication_slot('s', 'test_decoding')", denied],
  ["loading a library", "LOAD '/tmp/evil.so'", /access to library .* is not allowed/],
  // Code that runs in the server.
  ["DO", "DO $$ BEGIN LOOP END LOOP; END $$", denied],
  [
    "a function in PL/pgSQL",
    "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
    denied,
  ],
  [
    "a function in SQL",
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
    denied,
  ],
  ["a function in C", "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libc', 'system'", denied],
  ["a language", "CREATE LANGUAGE plperlu", denied],
  ["an event trigger", "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()", denied],
  // Roles and rights.
  ["SET ROLE", "SET ROLE postgres", denied],
  ["SET SESSION AUTHORIZATION", "SET SESSION AUTHORIZATION postgres", denied],
  ["becoming a superuser", "ALTER ROLE CURRENT_USER SUPERUSER", denied],
  ["more connections", "ALTER ROLE CURRENT_USER CONNECTION LIMIT 1000", denied],
  ["a role", "CREATE ROLE evil SUPERUSER LOGIN", denied],
  ["a right to program files", "GRANT pg_execute_server_program TO CURRENT_USER", denied],
  ["passwords", "SELECT * FROM pg_authid", denied],
  ["passwords in the view", "SELECT * FROM pg_shadow", denied],
  ["a schema", "CREATE SCHEMA mine", denied],
  ["a table in the catalog", "CREATE TABLE pg_catalog.evil (a int)", denied],
  ["changing the catalog", "UPDATE pg_class SET relname = 'x'", denied],
  ["a database", "CREATE DATABASE evil", denied],
  ["a tablespace", "CREATE TABLESPACE t LOCATION '/tmp'", denied],
  // The server as a whole.
  ["ALTER SYSTEM", "ALTER SYSTEM SET shared_buffers = '1TB'", denied],
  ["reloading the settings", "SELECT pg_reload_conf()", denied],
  ["CHECKPOINT", "CHECKPOINT", denied],
  ["a second way to change settings", "SELECT set_config('work_mem', '1GB', false)", denied],
  ["a setting of the operator", "SET temp_file_limit = -1", denied],
  ["the time in which a deadlock is found", "SET deadlock_timeout = '1h'", denied],
  // Locks and signals.
  ["an advisory lock that is held for ever", "SELECT pg_advisory_lock(1)", denied],
  ["many advisory locks", "SELECT pg_try_advisory_lock(g) FROM generate_series(1, 10000000) g", denied],
  ["ending the server's checkpointer", "SELECT pg_terminate_backend(pid, 0) FROM pg_stat_activity", denied],
  ["files of snapshots", "SELECT pg_export_snapshot() FROM generate_series(1, 1e6)", denied],
  ["NOTIFY by a function", "SELECT pg_notify('x', g::text) FROM generate_series(1, 1e7) g", denied],
  // More than a learner's share.
  ["a value of a gigabyte", "SELECT length(repeat('x', 1000000000))", /out of memory|invalid memory/],
  [
    "an array of all numbers",
    "SELECT array_length(array_agg(g), 1) FROM generate_series(1, 100000000) g",
    tooMuch,
  ],
  ["generate_series without an end", "SELECT count(*) FROM generate_series(1, 1e12) g", tooMuch],
  [
    "recursion without an end",
    "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r",
    tooMuch,
  ],
  ["a long sleep", "SELECT pg_sleep(3600)", /user request/],
  [
    "a table larger than the database may be",
    "CREATE TABLE big AS SELECT g, repeat(g::text, 200) FROM generate_series(1, 10000000) g",
    tooMuch,
  ],
  [
    "a temporary table that floods the disk",
    "CREATE TEMP TABLE flood AS SELECT g, repeat(g::text, 200) FROM generate_series(1, 10000000) g",
    tooMuch,
  ],
  ["two statements in one text", "SELECT 1; DROP TABLE t", /multiple commands/],
  ["a message as long as a book", "SELECT ('x' || repeat('%s %n', 200000))::int", /invalid input syntax/],
];
