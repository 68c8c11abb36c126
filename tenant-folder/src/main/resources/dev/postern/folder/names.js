// An Action that says which of some names it does not find.
(exports, require, handler, mark, globals, modules) => {
  exports[handler] = async () => {
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
