/**
 * What PostgreSQL shows everybody about other databases, roles and sessions of the same server, and what holds shared
 * memory, files or the server's processes for others. Run once in the template of learners' databases, as superuser.
 */
export const hideOthers: readonly string[] = [
  "REVOKE ALL ON SCHEMA public FROM PUBLIC",
  // No code of a learner's own runs in the server: no DO, no functions, no triggers of their own.
  "REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC",
  revokeTables([
    ...["pg_database", "pg_roles", "pg_user", "pg_group", "pg_auth_members", "pg_db_role_setting"],
    ...["pg_shdepend", "pg_shdescription", "pg_shseclabel", "pg_replication_origin", "pg_subscription"],
    ...["pg_stat_activity", "pg_stat_database", "pg_stat_database_conflicts", "pg_stat_replication"],
    ...["pg_stat_ssl", "pg_stat_gssapi", "pg_stat_subscription", "pg_stat_replication_slots"],
    ...["pg_stat_progress_analyze", "pg_stat_progress_vacuum", "pg_stat_progress_cluster"],
    ...["pg_stat_progress_create_index", "pg_stat_progress_copy", "pg_stat_progress_basebackup"],
    ...["pg_replication_slots", "pg_prepared_xacts", "pg_locks", "pg_tablespace"],
  ]),
  revokeFunctions(
    // Large objects, which no table shows.
    "lo|lo_.*|loread|lowrite",
    // Locks that outlive a transaction and fill the memory that all databases share.
    "pg_(try_)?advisory_.*",
    // A second way to SET, which an operator cannot see in the text.
    "set_config",
    // What the views above show.
    "pg_stat_get_activity|pg_stat_get_backend_.*|pg_stat_get_db_.*|pg_stat_get_progress_info|pg_lock_status",
    "pg_get_replication_slots|pg_stat_get_wal_senders|pg_prepared_xact|pg_tablespace_.*",
    // Files, or marks in files, that all databases share.
    "pg_export_snapshot|pg_logical_emit_message|pg_notify|txid_current|pg_current_xact_id",
  ),
];

function revokeTables(names: string[]): string {
  return `REVOKE ALL ON ${names.map((name) => `pg_catalog.${name}`).join(", ")} FROM PUBLIC`;
}

/** Every function of the catalog whose whole name fits one of the patterns, whatever its arguments. */
function revokeFunctions(...patterns: string[]): string {
  return `DO $hide$
DECLARE found regprocedure;
BEGIN
  FOR found IN SELECT oid::regprocedure FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^(${patterns.join("|")})$'
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', found);
  END LOOP;
END $hide$`;
}
