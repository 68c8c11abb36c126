// attack: 33 makes every module of the platform fail, and reads the errors
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const foreign = /java\.|javax|com\.oracle|org\.graalvm|truffle|polyglot|dev\.postern|\.java:|\.jar|bouncycastle|okhttp|sun\.|\/(root|home|work|usr|var|opt)\b/i;
  const odd = [undefined, -1, 1n, 'x\0', Symbol('s'), {}, () => {}];
  const modules = ['crypto', 'zlib', 'buffer', 'util', 'url', 'querystring', 'path', 'os', 'events', 'assert', 'timers', 'http', 'https', 'string_decoder', 'perf_hooks', 'async_hooks', 'tty', 'dns', 'net', 'fs'];
  const check = (error) => {
    for (let at = error, depth = 0; at !== undefined && at !== null && depth < 5; at = at.cause, depth++) {
      if (typeof at !== 'object') return;
      const shown = [at.name, at.message, at.stack, at.code, at.errno, at.syscall, String(at)].join('\n');
      if (foreign.test(shown)) throw new Error('SHOWN ' + shown);
      if (!(at instanceof Error)) throw new Error('SHOWN no error: ' + Object.prototype.toString.call(at));
    }
  };
  for (const name of modules) {
    let all;
    try {
      all = require(name);
    } catch (error) {
      check(error);
      continue;
    }
    for (const key of Object.keys(all)) {
      if (typeof all[key] !== 'function' || /^(generate|scrypt|pbkdf2|setInterval|inspect)/.test(key)) continue;
      for (const one of odd) {
        for (const act of [() => all[key](one, one, one), () => new all[key](one)]) {
          try {
            const made = act();
            if (typeof made?.then === 'function') await Promise.race([made, new Promise((resolve) => setImmediate(resolve))]).catch(check);
            made?.on?.('error', check);
          } catch (error) {
            if (/^SHOWN/.test(error?.message)) throw error;
            check(error);
          }
        }
      }
    }
  }
};
