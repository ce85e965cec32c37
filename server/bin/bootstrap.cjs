// Runs under whatever Node started npm: installs the locked packages when node_modules is missing or stale. After it,
// node_modules/.bin/node is the project's own Node 24 and comes first on PATH in every npm script.
const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const { join } = require("node:path");

const root = join(__dirname, "..", "..");
const stamp = join(root, "node_modules", ".installed");
const lock = join(root, ".installing");

function main() {
  if (Number.parseInt(process.versions.node, 10) < 20)
    fail(`Redress needs Node 20 or later to install itself; this is ${process.version}.`);
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(`${process.platform}-${process.arch}`)
    .digest("hex");
  if (!installed(wanted)) {
    takeLock();
    // Someone else may have installed while we waited.
    const status = installed(wanted) ? 0 : install(wanted);
    rmSync(lock, { recursive: true, force: true });
    if (status !== 0) fail("Installing the packages failed; what npm said stands above.", status);
  }
  checkNode();
}

function installed(wanted) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  if (!installedByHand()) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/** Whether somebody's own `npm ci` has put there just what the lock says; npm keeps a list of what it installed. */
function installedByHand() {
  const list = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const there = JSON.parse(readFileSync(list, "utf8")).packages;
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages).every(
    ([path, { version, optional }]) => path === "" || there[path]?.version === version || (optional && !there[path]),
  );
}

/** Two installs at once trip over each other's files; a folder is made by one of two at most. */
function takeLock() {
  for (let told = false; ; told = true) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, "pid"), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== "EEXIST")
        fail(`Cannot write to ${root} (${error.code}), where the packages are to be installed.`);
    }
    if (holderIsGone()) rmSync(lock, { recursive: true, force: true });
    else if (!told) console.log("Another start is installing the packages; waiting for it …");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
}

/** True also for a lock that nobody can still be working under, whoever now has the number written in it. */
function holderIsGone() {
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - since > 20 * 60_000) return true;
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    if (error.code === "ESRCH") return true;
    if (error.code === "EPERM") return false;
    // No number in it yet: made a moment ago, or left by one that died within that moment.
    return Date.now() - since > 5000;
  }
}

function install(wanted) {
  console.log("Installing packages (once per package-lock.json) …");
  const args = ["ci", "--loglevel=error", "--no-audit", "--no-fund"];
  // npm's own entry point, run by the Node that runs npm, so that no shell and no npm.cmd is needed.
  const npm = process.env.npm_execpath;
  const node = process.env.npm_node_execpath || process.execPath;
  const options = { cwd: root, stdio: "inherit" };
  const done = npm ? spawnSync(node, [npm, ...args], options) : spawnSync("npm", args, { ...options, shell: true });
  if (done.status === 0) writeFileSync(stamp, wanted);
  return done.status ?? 1;
}

/** Where npm has no Node 24 for this platform, the one that is here must do; TypeScript runs unbuilt from 22.18 on. */
function checkNode() {
  if (existsSync(join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node"))) return;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  fail(
    `There is no Node package for ${process.platform}-${process.arch}, so Redress needs Node 22.18 or later; this is ${process.version}.`,
  );
}

function fail(message, status = 1) {
  console.error(message);
  process.exit(status);
}

main();
