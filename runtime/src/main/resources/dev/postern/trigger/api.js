// What the api object of every trigger is made of: the list of commands, and the checks of arguments.
//
// A method checks its arguments when it is called, so that the error has the Action's own line, and appends a command;
// the host checks the list again. A value is turned into JSON at once: what a getter, a proxy or a later change would
// make of it no longer matters.
(function (kit) {
  const { stringify } = JSON;
  const { isArray } = Array;
  const { apply, defineProperty } = Reflect;
  const { join } = Array.prototype;
  const { trim } = String.prototype;
  const { isSafeInteger } = Number;
  const scopeLength = 280;
  const mostScopes = 1000;

  /** Adds an element as the language itself does: past any setter that the Action may have put on the prototype. */
  function append(list, value) {
    defineProperty(list, list.length, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  }

  function fail(method, problem) {
    throw new TypeError('api.' + method + ': ' + problem);
  }

  /** A string of at least one character. */
  function name(method, parameter, value) {
    if (typeof value !== 'string' || value === '') fail(method, parameter + ' must be a non-empty string');
    return value;
  }

  /** An object that is no array, or undefined where it is optional. */
  function object(method, parameter, value, optional) {
    if (value === undefined && optional) return undefined;
    if (value === null || typeof value !== 'object' || isArray(value)) fail(method, parameter + ' must be an object');
    return value;
  }

  function oneOf(method, parameter, value, allowed) {
    for (let i = 0; i < allowed.length; i++) if (allowed[i] === value) return value;
    return fail(
      method,
      parameter + ' must be one of ' + apply(join, allowed, [', ']) + ', but is ' + kit.inspect(value),
    );
  }

  function boolean(method, parameter, value) {
    if (typeof value !== 'boolean') fail(method, parameter + ' must be true or false');
    return value;
  }

  /** Without a regular expression: the first one of a process takes a tenth of a second to load. */
  function hasWhiteSpace(value) {
    for (let i = 0; i < value.length; i++) if (apply(trim, value[i], []) === '') return true;
    return false;
  }

  function scope(method, value) {
    if (typeof value !== 'string') fail(method, 'scope must be a string');
    const trimmed = apply(trim, value, []);
    if (trimmed === '' || trimmed.length > scopeLength || hasWhiteSpace(trimmed)) {
      fail(method, 'scope must be 1 to ' + scopeLength + ' characters without white space');
    }
    return trimmed;
  }

  /** The commands of one execution. */
  function recorder() {
    let commands = ''; // text, which no prototype can change any more
    let finished = false;
    return {
      command(method, ...args) {
        if (finished) throw new Error('api.' + method + ' was called after the Action had finished');
        while (args.length > 0 && args[args.length - 1] === undefined) args.length--;
        defineProperty(args, 'toJSON', { __proto__: null, value: undefined });
        commands += (commands === '' ? '' : ',') + '{"method":"' + method + '","args":' + stringify(args) + '}';
      },
      finish(continues) {
        finished = true;
        return '{"continues":' + continues + ',"commands":[' + commands + ']}';
      },
    };
  }

  return { append, fail, name, object, oneOf, boolean, scope, mostScopes, recorder, isSafeInteger };
});
