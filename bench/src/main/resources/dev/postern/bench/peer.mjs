// The same three handlers in Node, each execution isolated in one of two ways: a worker thread, or a fresh node:vm
// context (which is no security boundary). Arguments: the folder of the Actions. Prints "name median-ms" lines.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';

const folder = process.argv[2];
const event = JSON.parse(readFileSync(join(folder, 'event.json'), 'utf8'));
const codes = ['1-claims.js', '2-step-up.js', '3-after-mfa.js'].map((name) => readFileSync(join(folder, name), 'utf8'));
const harness = `(async (text) => {
  const commands = [];
  const method = (name) => (...args) => { commands.push([name, args]); };
  const api = {
    idToken: { setCustomClaim: method('idToken.setCustomClaim') },
    accessToken: { setCustomClaim: method('accessToken.setCustomClaim') },
    user: { setAppMetadata: method('user.setAppMetadata') },
    authentication: { challengeWithAny: method('authentication.challengeWithAny') },
  };
  await exports.onExecutePostLogin(JSON.parse(text), api);
  return JSON.stringify(commands);
})`;

function inWorker(code, text) {
  const source = `const exports = {}; ${code}\n;const { parentPort, workerData } = require('node:worker_threads');
    (${harness})(workerData).then((answer) => parentPort.postMessage(answer));`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true, workerData: text });
    worker.once('error', reject);
    worker.once('message', (answer) => worker.terminate().then(() => resolve(answer)));
  });
}

const scripts = codes.map((code) => new vm.Script(`const exports = {}; ${code}\n;${harness}`));
function inVm(code, text, index) {
  return scripts[index].runInNewContext({})(text);
}

async function login(run) {
  const state = structuredClone(event);
  for (let index = 0; index < 3; index++) {
    await run(codes[index], JSON.stringify(state), index);
    if (index === 1) {
      state.authentication.methods.push({ name: 'mfa', type: 'otp', timestamp: new Date().toISOString() });
    }
  }
}

async function measure(name, run, warmUp, rounds) {
  const times = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const start = performance.now();
    await login(run);
    if (round >= warmUp) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`${name} ${times[Math.floor(times.length / 2)].toFixed(3)}`);
}

await measure('node-vm-context', inVm, 300, 1000);
await measure('node-worker-thread', inWorker, 5, 40);
