// Starts Azurite apart from its caller, so that neither the caller's Ctrl-C nor its sudden death ends it half-way.
// Usage: node start.cjs LOG-FILE [azurite options]; prints the process id.
const { spawn } = require('node:child_process');
const { openSync } = require('node:fs');

const [log, ...options] = process.argv.slice(2);
const out = openSync(log, 'w');
const azurite = spawn(process.execPath, [require.resolve('azurite/dist/src/azurite.js'), ...options], {
  detached: true,
  stdio: ['ignore', out, out],
});
azurite.unref();
console.log(azurite.pid);
