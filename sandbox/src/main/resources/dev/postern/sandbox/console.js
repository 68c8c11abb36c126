// The console, and how it shows values.

/** Shows a value as Node's console does; one whose getters throw, or that is a revoked proxy, is no reason to fail. */
function inspect(value) {
  try {
    return shown(value, 0, []);
  } catch {
    return '[unreadable]';
  }
}

/** The messages of what caused an error, and of what caused that. */
function causes(error) {
  let all = '';
  let { message, cause } = error;
  for (let i = 0; i < 3 && cause instanceof SafeError; i++) {
    if (cause.message !== message) all += ' (cause: ' + text(cause.message) + ')';
    message = cause.message;
    cause = cause.cause;
  }
  return all;
}

/** To a depth of two and at most a hundred members. */
function shown(value, depth, seen) {
  switch (typeof value) {
    case 'string':
      return depth === 0 ? value : "'" + value + "'";
    case 'function':
      return '[Function: ' + (value.name || '(anonymous)') + ']';
    case 'symbol':
      return apply(symbolText, value, []);
    case 'bigint':
      return text(value) + 'n';
    case 'object':
      break;
    default:
      return text(value);
  }
  if (value === null) return 'null';
  for (let i = 0; i < seen.length; i++) if (seen[i] === value) return '[Circular]';
  const tag = apply(tagOf, value, []);
  const custom = value[customInspect];
  if (typeof custom === 'function') {
    const given = apply(custom, value, [2 - depth, {}, (inner) => shown(inner, depth, seen)]);
    if (given !== value) return typeof given === 'string' ? given : shown(given, depth, seen);
  }
  if (value instanceof Error) return (typeof value.stack === 'string' ? value.stack : text(value)) + causes(value);
  if (tag === '[object Date]') return isNaN(apply(getTime, value, [])) ? 'Invalid Date' : apply(toISOString, value, []);
  if (tag === '[object RegExp]') return apply(regExpText, value, []);
  if (tag === '[object Promise]') return 'Promise {}';
  if (depth > 2) return isArray(value) ? '[Array]' : '[Object]';
  seen[seen.length] = value;
  const parts = [];
  const add = (part) => {
    if (parts.length < 100) parts[parts.length] = part;
  };
  let open = '{';
  let close = '}';
  if (isArray(value)) {
    open = '[';
    close = ']';
    for (let i = 0; i < min(value.length, 100); i++) add(shown(value[i], depth + 1, seen));
  } else if (tag === '[object Map]') {
    open = 'Map {';
    apply(eachOfMap, value, [
      (v, k) => add(shown(k, depth + 1, seen) + ' => ' + shown(v, depth + 1, seen)),
    ]);
  } else if (tag === '[object Set]') {
    open = 'Set {';
    apply(eachOfSet, value, [(v) => add(shown(v, depth + 1, seen))]);
  } else {
    const prototype = getPrototypeOf(value);
    const name = prototype === null ? '[Object: null prototype]' : prototype.constructor && prototype.constructor.name;
    if (typeof name === 'string' && name !== '' && name !== 'Object') open = name + ' {';
    const keys = ownKeys(value);
    for (let i = 0; i < min(keys.length, 100); i++) {
      const key = keys[i];
      add((typeof key === 'symbol' ? '[' + inspect(key) + ']' : key) + ': ' + shown(value[key], depth + 1, seen));
    }
  }
  seen.length--;
  if (parts.length === 0) return open + close;
  return open + ' ' + apply(join, parts, [', ']) + ' ' + close;
}

function format(args) {
  let out = '';
  let next = 0;
  if (args.length > 1 && typeof args[0] === 'string') {
    const pieces = apply(splitText, args[0], ['%']);
    out = pieces[0];
    next = 1;
    for (let i = 1; i < pieces.length; i++) {
      const piece = pieces[i];
      const code = piece[0];
      const rest = apply(sliceText, piece, [1]);
      if (piece === '' && i + 1 < pieces.length) {
        out += '%' + pieces[++i];
      } else if (next < args.length && code !== undefined && apply(indexOfText, 'sdifjoOc', [code]) >= 0) {
        out += converted(code, args[next++]) + rest;
      } else {
        out += '%' + piece;
      }
    }
  }
  for (let i = next; i < args.length; i++) out += (i === 0 ? '' : ' ') + inspect(args[i]);
  return out;
}

function converted(code, arg) {
  try {
    if (code === 'd') return typeof arg === 'object' ? 'NaN' : text(number(arg));
    if (code === 'i') return typeof arg === 'object' ? 'NaN' : text(parseInteger(arg, 10));
    if (code === 'f') return text(parseNumber(arg));
    if (code === 'j') return text(stringify(arg));
    if (code === 'c') return '';
  } catch {
    return '[unreadable]';
  }
  return typeof arg === 'string' && code !== 's' ? "'" + arg + "'" : inspect(arg);
}

let indent = 0;
function write(level, args) {
  host('console', level, apply(repeat, '  ', [indent]) + format(args));
}
function group(...args) {
  if (args.length > 0) write('info', args);
  indent = min(indent + 1, 20);
}
const marks = { __proto__: null }; // of time() and count(), by their labels
let markCount = 0;

/** Past a thousand labels no more are kept: a console does not throw. */
function mark(kind, label, value) {
  const key = kind + label;
  if (marks[key] === undefined && ++markCount > 1000) markCount--;
  else marks[key] = value;
}

function unmark(key) {
  if (marks[key] === undefined) return;
  delete marks[key];
  markCount--;
}

function elapsed(label) {
  const began = marks['time ' + label];
  if (began === undefined) write('warn', ["No such label '" + label + "' for console.timeEnd()"]);
  return began === undefined ? undefined : now() - began;
}

/** A line for each row, with the cells as they are shown: there is no screen to fit. */
function table(rows) {
  if (rows === null || typeof rows !== 'object') return write('info', [rows]);
  const keys = ownKeys(rows);
  for (let i = 0; i < min(keys.length, 100); i++) {
    if (isArray(rows) && keys[i] === 'length') continue;
    write('info', [text(keys[i]) + ': ' + inspect(rows[keys[i]])]);
  }
}

const console = {
  log: (...args) => write('info', args),
  info: (...args) => write('info', args),
  debug: (...args) => write('debug', args),
  warn: (...args) => write('warn', args),
  error: (...args) => write('error', args),
  trace: (...args) => write('trace', args),
  dir: (value) => write('info', [value]),
  dirxml: (...args) => write('info', args),
  table,
  assert: (condition, ...args) => {
    if (!condition) write('error', ['Assertion failed:', ...args]);
  },
  count: (label = 'default') => {
    const count = (marks['count ' + label] || 0) + 1;
    mark('count ', label, count);
    write('info', [label + ': ' + count]);
  },
  countReset: (label = 'default') => unmark('count ' + label),
  time: (label = 'default') => mark('time ', label, now()),
  timeLog: (label = 'default', ...args) => {
    const millis = elapsed(label);
    if (millis !== undefined) write('info', [label + ': ' + millis + 'ms', ...args]);
  },
  timeEnd: (label = 'default') => {
    const millis = elapsed(label);
    if (millis !== undefined) write('info', [label + ': ' + millis + 'ms']);
    unmark('time ' + label);
  },
  group,
  groupCollapsed: group,
  groupEnd: () => {
    indent = max(indent - 1, 0);
  },
};
globalThis.console = console;
