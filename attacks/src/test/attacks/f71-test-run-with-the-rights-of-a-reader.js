// attack: 71 runs code with rights to read only: there is no endpoint that runs code, so nothing of one is here to be found
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const name of ['test', 'dryRun', 'run', 'execute', 'deploy', 'admin', 'management']) {
    if (api[name] !== undefined || event[name] !== undefined || globalThis[name] !== undefined) throw new Error(name);
  }
};
