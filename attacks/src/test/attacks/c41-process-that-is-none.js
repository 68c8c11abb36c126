// attack: 41 uses the process to reach the host
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const name of ['window', 'self', 'Deno', 'Bun']) {
    if (eval('typeof ' + name) !== 'undefined') throw new Error(name);
  }
  const own = process;
  if (Object.keys(own.env).length > 0) throw new Error('env ' + Object.keys(own.env));
  for (const name of ['binding', '_linkedBinding', 'dlopen', 'kill', 'chdir', 'setuid', 'mainModule', 'execPath', '_rawDebug', 'reallyExit']) {
    let value;
    try {
      value = typeof own[name] === 'function' ? own[name]('fs') : own[name];
    } catch (error) {
      continue;
    }
    if (value !== undefined && value !== null && value !== '' && value !== 'node' && JSON.stringify(value) !== '{}') throw new Error(name + ' gives ' + value);
  }
  for (const act of [() => own.exit(0), () => own.abort(), () => own.kill(1)]) {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
};
