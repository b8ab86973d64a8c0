// Starts Azurite apart from its caller, so that neither the caller's Ctrl-C nor its sudden death ends it half-way.
// Usage: node start.cjs LOG-FILE STATE-FILE [azurite options]
// The state file names the process before the caller can die without knowing it.
const { spawn } = require('node:child_process');
const { openSync, renameSync, writeFileSync } = require('node:fs');

const [log, state, ...options] = process.argv.slice(2);
const out = openSync(log, 'w');
const azurite = spawn(process.execPath, [require.resolve('azurite/dist/src/azurite.js'), ...options], {
  detached: true,
  stdio: ['ignore', out, out],
});
azurite.unref();
writeFileSync(state + '.new', JSON.stringify({ Pid: azurite.pid, Started: new Date().toISOString() }));
renameSync(state + '.new', state);
