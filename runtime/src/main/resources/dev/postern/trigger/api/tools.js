// What the api objects of all triggers are made of: the list of commands, and the checks of arguments.
//
// A method checks its arguments when it is called, so that the error has the Action's own line, and appends a command;
// the host checks the list again. A value is turned into JSON at once: what a getter, a proxy or a later change would
// make of it no longer matters.
(function (kit) {
  const { stringify, parse } = JSON;
  const { isArray } = Array;
  const { keys } = Object;
  const { apply, defineProperty } = Reflect;
  const { join } = Array.prototype;
  const { trim, slice } = String.prototype;
  const { isSafeInteger } = Number;
  const text = String;
  const scopeLength = 280;
  const mostScopes = 1000;

  /** Sets a member as the language itself does: past any setter that the Action may have put on the prototype. */
  function put(target, key, value) {
    defineProperty(target, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  }

  function append(list, value) {
    put(list, list.length, value);
  }

  function fail(method, problem) {
    throw new TypeError('api.' + method + ': ' + problem);
  }

  /** A string of at least one character and, where there is a limit, no more than that. */
  function name(method, parameter, value, most) {
    if (typeof value !== 'string' || value === '') fail(method, parameter + ' must be a non-empty string');
    return most === undefined ? value : atMost(method, parameter, value, most);
  }

  /** A string, also an empty one. */
  function string(method, parameter, value, most) {
    if (typeof value !== 'string') fail(method, parameter + ' must be a string');
    return most === undefined ? value : atMost(method, parameter, value, most);
  }

  function atMost(method, parameter, value, most) {
    if (value.length > most) fail(method, parameter + ' must have at most ' + most + ' characters');
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

  /** An array of strings, each within the length; what it gives is a copy. */
  function strings(method, parameter, value, most, length) {
    if (!isArray(value)) fail(method, parameter + ' must be an array of strings');
    if (value.length > most) fail(method, parameter + ' must have at most ' + most + ' elements');
    const copy = [];
    for (let i = 0; i < value.length; i++) append(copy, name(method, parameter + '[' + i + ']', value[i], length));
    return copy;
  }

  /** JSON makes null of a function, and null deletes; it is nothing, as undefined is. */
  function data(value) {
    return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
  }

  /** Why an Action gives up. No reason is refused for its form: what stops something must not fail to. */
  function reasonOf(value, most) {
    const reason = typeof value === 'string' ? value : value === undefined ? '' : kit.inspect(value);
    return most !== undefined && reason.length > most ? apply(slice, reason, [0, most]) : reason;
  }

  /** Without a regular expression: the first one of a process takes a tenth of a second to load. */
  function hasWhiteSpace(value) {
    for (let i = 0; i < value.length; i++) if (apply(trim, value[i], []) === '') return true;
    return false;
  }

  function scope(method, value) {
    const trimmed = apply(trim, string(method, 'scope', value), []);
    if (trimmed === '' || trimmed.length > scopeLength || hasWhiteSpace(trimmed)) {
      fail(method, 'scope must be 1 to ' + scopeLength + ' characters without white space');
    }
    return trimmed;
  }

  /** The commands of one execution. */
  function recorder(withLines) {
    let commands = ''; // text, which no prototype can change any more
    let finished = false;
    return {
      command(method, ...args) {
        if (finished) throw new Error('api.' + method + ' was called after the Action had finished');
        while (args.length > 0 && args[args.length - 1] === undefined) args.length--;
        put(args, 'toJSON', undefined);
        // Both may run code of the Action, which may call a method in its turn.
        const line = withLines ? kit.line() : 0;
        const json = stringify(args);
        commands += (commands === '' ? '' : ',') + '{"method":"' + method + '","line":' + line + ',"args":' + json + '}';
      },
      finish(continues) {
        finished = true;
        return '{"continues":' + continues + ',"commands":[' + commands + ']}';
      },
    };
  }

  /** Makes the arguments of a handler from the host's input; what the methods of one execution share is its call. */
  function session(makeApi, continueHandler) {
    return (input) => {
      const { command, finish } = recorder(input.settings.withLines);
      const { event, settings } = input;
      // Taken now, for the Action may give the event others.
      const { session, refresh_token: refreshToken } = event;
      const call = { event, settings, session, refreshToken, command, api: undefined, departure: undefined };
      const own = (key, value) => {
        put(call.api, key, value);
        return value;
      };
      call.api = makeApi(call, own);
      return { args: [event, call.api], finish: () => finish(kit.exports(continueHandler)) };
    };
  }

  return {
    append, atMost, boolean, call: kit.call, data, fail, isArray, isSafeInteger, keys, mostScopes, name, object, oneOf,
    parse, put, reasonOf, scope, session, string, stringify, strings, text,
  };
});
