// attack: 31 names of the host
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const names = ['Java', 'Packages', 'java', 'javax', 'org', 'com', 'Polyglot', 'Graal', 'load', 'loadWithNewGlobal', 'print', 'printErr'];
  names.push('quit', 'exit', 'read', 'readFully', 'readLine', 'readbuffer', '$ENV', '$ARG', '$EXEC', '$OPTIONS', 'importPackage', 'JavaImporter');
  names.push('JSAdapter', 'importClass', 'importScriptEngine', 'Debug', 'Test262', 'WebAssembly', 'Worker', 'arguments', 'kit', 'host', 'driver', 'parts');
  const there = [];
  for (const name of names) {
    for (const type of [() => typeof globalThis[name], () => (0, eval)('typeof ' + name), () => new Function('return typeof ' + name)()]) {
      // Inside of a function "arguments" is its own.
      if (name !== 'arguments' && type() !== 'undefined') there.push(name);
    }
    if (name in globalThis) there.push(name);
  }
  if (there.length > 0) throw new Error(there.join());
};
