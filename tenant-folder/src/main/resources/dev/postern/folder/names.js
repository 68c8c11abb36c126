// An Action that says which of some names it does not find, and of modules why: empty where there is none of this name.
(exports, require, handler, mark, globals, modules) => {
  exports[handler] = async () => {
    const missing = {};
    for (const name of globals) if (typeof globalThis[name] === 'undefined') missing[name] = '';
    for (const name of modules) {
      try {
        require(name);
      } catch (error) {
        const isNotFound = String(error.message).startsWith(`Cannot find module '${name}'`);
        missing[name] = isNotFound ? '' : String(error.message || error).slice(0, 200);
      }
    }
    console.log(mark + JSON.stringify(missing));
  };
}
