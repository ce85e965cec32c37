/**
 * A cluster of many small databases, of which none lives for more than minutes: nothing waits for the disk, nobody tidies up, and
 * a connection plans a statement once, since few of them live to ask it the six times after which it would be planned once anyway.
 */
const settingsOfMinutes = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  plan_cache_mode: "force_generic_plan",
};

/** The lines of our own configuration file, read by PostgreSQL after its own. */
export function settingsFor(socketFolder: string, throwaway: boolean): string {
  const settings: Record<string, string> = {
    // Only through the socket: no port to collide, no password to keep.
    listen_addresses: "",
    unix_socket_directories: `"${socketFolder}"`,
    unix_socket_permissions: "0700",
    max_connections: throwaway ? "400" : "200",
    shared_buffers: "128MB",
    max_wal_size: "2GB",
    random_page_cost: "1.1",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // Errors quote what people wrote; whoever caused one logs it, without that.
    log_min_messages: "log",
    log_checkpoints: "off",
    ...(throwaway && settingsOfMinutes),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written anew at every start; changes belong into postgresql.conf's own lines above the include.\n${lines.join("\n")}\n`;
}
