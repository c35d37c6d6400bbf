// Runs on any Node from 20 with nothing installed, so it is plain JavaScript with Node's own modules only.
// It installs the locked packages when the lock file has changed, then runs the given program under the Node
// that the project carries: `node src/commands/up.mjs [--node-flag …] program [argument …]`.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');

function sayAndStop(swedish, english) {
  console.error(`${swedish}\n${english}`);
  process.exit(1);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** True when somebody has already run `npm ci` by hand: npm's own record of the folder agrees with the lock file. */
function alreadyInstalled() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = readJson(record).packages ?? {};
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages ?? {});
  return wanted.every(([path, entry]) => {
    const optional = entry.optional === true || entry.devOptional === true;
    return path === '' || (present[path] === undefined ? optional : present[path].version === entry.version);
  });
}

function install() {
  console.error('Installerar paketen (första starten eller ändrad låsfil) … / Installing packages …');
  // npm tells its scripts where its program is; running that needs no shell, also on Windows.
  const npm = process.env.npm_execpath;
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const done =
    npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', options, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status === 0) return;
  sayAndStop(
    'Paketen kunde inte installeras. Kontrollera nätet och kör "npm ci" för att se felet.',
    'The packages could not be installed. Check the network and run "npm ci" to see the error.',
  );
}

function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(modules, '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (!alreadyInstalled()) install();
  writeFileSync(stamp, lock);
}

/** The carried Node, else the running one when it is new enough (a container with Node 24 leaves the carried one out). */
function nodeToUse() {
  const windows = process.platform === 'win32';
  const program = windows ? 'node.exe' : 'node';
  const platform = `${windows ? 'win' : process.platform}-${process.arch}`;
  for (const name of [`node-${platform}`, `node-bin-${platform}`]) {
    const carried = join(modules, name, 'bin', program);
    if (existsSync(carried)) return carried;
  }
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  return sayAndStop(
    `Node ${NEEDED} eller senare behövs, och projektet har ingen med sig för ${platform}. Den här är ${process.version}.`,
    `Node ${NEEDED} or later is needed, and the project carries none for ${platform}. This one is ${process.version}.`,
  );
}

function run(node, args) {
  const cache = join(modules, '.cache', 'compile');
  mkdirSync(cache, { recursive: true });
  const path = `${dirname(node)}${delimiter}${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const env = { NODE_COMPILE_CACHE: cache, ...process.env, PATH: path };
  const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl+C to the whole group: the program has it already, and a second one would mean "at once".
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('error', (fault) => sayAndStop(`Node kunde inte startas: ${fault.message}`, 'Node could not be started.'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const args = process.argv.slice(2);
if (args.every((arg) => arg.startsWith('-'))) {
  sayAndStop('Ange vilket program som ska köras.', 'Say which program to run.');
}
ensureInstalled();
run(nodeToUse(), args);
