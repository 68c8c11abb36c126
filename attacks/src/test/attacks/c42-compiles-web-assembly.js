// attack: 42 compiles machine code, starts workers, shares memory
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const name of ['WebAssembly', 'Worker', 'SharedWorker', 'SharedArrayBuffer', 'Atomics', 'MessageChannel', 'BroadcastChannel', 'importScripts']) {
    const found = globalThis[name];
    if (['WebAssembly', 'Worker', 'SharedArrayBuffer', 'Atomics'].includes(name) && found !== undefined) throw new Error(name);
  }
  for (const name of ['worker_threads', 'cluster', 'vm', 'wasi', 'v8', 'inspector', 'repl', 'child_process', 'module']) {
    let loaded;
    try {
      loaded = require(name);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      continue;
    }
    for (const key of Object.keys(loaded)) {
      if (typeof loaded[key] !== 'function') continue;
      let worked = false;
      try {
        loaded[key]('1');
        worked = !/^(is|promisify)/.test(key);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
      }
      if (worked) throw new Error(name + '.' + key + ' works');
    }
  }
};
