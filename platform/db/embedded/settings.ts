/** Whether the cluster must survive a power cut. Only throw-away test clusters are `fast`. */
export type Durability = 'durable' | 'fast';

// What a statement was given must not reach the server's log: no parameters, no
// statement text, no DETAIL lines ("Key (x)=(y) already exists").
const quiet = {
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_line_prefix: '%m [%p] %u ',
  debug_print_plan: 'off',
};

const reach = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  max_connections: '120',
  superuser_reserved_connections: '5',
};

const bounds = {
  shared_buffers: '128MB',
  idle_in_transaction_session_timeout: '60s',
  tcp_keepalives_idle: '60',
  // A migration owner without superuser may then act as the roles it creates.
  createrole_self_grant: 'set, inherit',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', wal_sync_method: 'fdatasync' };
const fast = { fsync: 'off', full_page_writes: 'off', max_wal_size: '2GB', checkpoint_timeout: '1h' };

/** The server's settings, as `-c name=value` arguments: nothing in the folder can override them. */
export function settingArguments(options: {
  socketFolder: string;
  durability: Durability;
  settings?: Readonly<Record<string, string>>;
}): string[] {
  const all: Record<string, string> = {
    ...quiet,
    ...reach,
    ...bounds,
    ...(options.durability === 'durable' ? durable : fast),
    ...options.settings,
    unix_socket_directories: options.socketFolder,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
