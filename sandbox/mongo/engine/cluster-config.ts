/** Inside the engine's root: the data, and the folder of its sockets. */
export const clusterFolder = '/cluster';
export const socketFolder = '/run';

/**
 * PostgreSQL's settings, written anew at each start so that a change of them reaches existing data.
 * `durable: false` gives up safety against a crash of the machine (tests throw their data away).
 */
export function clusterConfig(durable: boolean): string {
  const settings: Record<string, string> = {
    shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    // There is no /dev/shm in the engine's root.
    dynamic_shared_memory_type: 'mmap',
    max_connections: '120',
    shared_buffers: '128MB',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    wal_level: 'minimal',
    max_wal_senders: '0',
    deadlock_timeout: '100ms',
    // The engine's indexes keep an entry of every older version until it is vacuumed, and a queue is scanned with all of
    // them: 24,000 cost 59 ms, 2,000 cost 5 ms. The usual fifth of a large collection would be 200,000.
    autovacuum_naptime: '10s',
    autovacuum_vacuum_threshold: '2000',
    autovacuum_vacuum_scale_factor: '0.01',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What fails may hold what people wrote: statements and their values stay out of the log.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    // After a crash of the engine alone nothing needs syncing; this way it costs one call instead of one a file.
    recovery_init_sync_method: 'syncfs',
    'cron.database_name': 'postgres',
    'cron.host': socketFolder,
    'cron.log_run': 'off',
    'cron.log_statement': 'off',
    // Without it the engine calls itself over TCP when it makes a collection, and fails.
    'documentdb.localhost_connection_string': `host=${socketFolder}`,
    // A sorted cursor is kept in a file, not in a connection: any connection can go on with it.
    'documentdb.useFileBasedPersistedCursors': 'on',
    'documentdb.defaultCursorExpiryTimeLimitSeconds': '600',
    // Off by default in DocumentDB 1.0. It only weighs plans; without it a filtered list that is sorted by _id is read
    // and sorted whole instead of being read from the index until the page is full (100,000 documents: 180 ms, 0.1 ms).
    'documentdb.enableCompositeIndexPlanner': 'on',
    // A deadlock is told as an error of the whole command, so that the command can be tried again.
    'documentdb.throwDeadlockOnCRUD': 'on',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');
}
