// An Action that says which of some names it does not find.
(exports, require, mark, globals, modules) => {
  exports.onExecutePostLogin = async () => {
    const missing = globals.filter((name) => typeof globalThis[name] === 'undefined');
    for (const name of modules) {
      try {
        require(name);
      } catch {
        missing.push(name);
      }
    }
    console.log(mark + JSON.stringify(missing));
  };
}
