import { spawn } from "node:child_process";

/**
 * A shell that waits for the end of its input, which comes when this process closes it or dies in whatever way, and then
 * stops the server at once and removes its folder. It has a session of its own, so that Ctrl-C leaves it to its work.
 */
export function removeAtOurEnd(folder: string, cluster: string): () => Promise<void> {
  const script = [
    "read -r _",
    'kill -QUIT "$(head -n 1 "$2/postmaster.pid")"',
    'for _ in $(seq 200); do [ -e "$2/postmaster.pid" ] || break; sleep 0.03; done',
    'rm -rf "$1"',
  ].join("\n");
  const shell = spawn("sh", ["-c", script, "sh", folder, cluster], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  const gone = new Promise<void>((resolve) => shell.once("exit", () => resolve()));
  shell.unref();
  return async () => {
    shell.ref();
    shell.stdin.end();
    await gone;
  };
}
