// structuredClone: a copy of data, its cycles kept.

const { coded } = require('../calls/errors.js');
const { DOMException } = require('./dom-exception.js');

const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

function refused(value) {
  const shown = typeof value === 'symbol' || typeof value === 'function' ? String(value) : `#<${value.constructor?.name ?? 'Object'}>`;
  return new DOMException(`${shown} could not be cloned.`, 'DataCloneError');
}

function copied(value, seen) {
  if (typeof value === 'function' || typeof value === 'symbol') throw refused(value);
  if (value === null || typeof value !== 'object') return value;
  if (seen.has(value)) return seen.get(value);
  const keep = (copy) => {
    seen.set(value, copy);
    return copy;
  };
  if (Array.isArray(value)) return members(value, keep(new Array(value.length)), seen);
  if (ArrayBuffer.isView(value)) return keep(view(value, seen));
  if (value instanceof Error) return error(value, keep, seen);
  switch (tagOf(value)) {
    case 'Boolean':
    case 'Number':
    case 'String':
    case 'BigInt':
      return keep(Object(value.valueOf()));
    case 'Date':
      return keep(new Date(Date.prototype.getTime.call(value)));
    case 'RegExp':
      return keep(new RegExp(value.source, value.flags));
    case 'ArrayBuffer':
      return keep(ArrayBuffer.prototype.slice.call(value, 0));
    case 'Map': {
      const map = keep(new Map());
      for (const [key, one] of [...Map.prototype.entries.call(value)]) map.set(copied(key, seen), copied(one, seen));
      return map;
    }
    case 'Set': {
      const set = keep(new Set());
      for (const one of [...Set.prototype.values.call(value)]) set.add(copied(one, seen));
      return set;
    }
    case 'Promise':
    case 'WeakMap':
    case 'WeakSet':
    case 'WeakRef':
    case 'Symbol':
      throw refused(value);
    default:
      return members(value, keep({}), seen);
  }
}

function members(from, to, seen) {
  for (const key of Object.keys(from)) {
    Object.defineProperty(to, key, { value: copied(from[key], seen), enumerable: true, configurable: true, writable: true });
  }
  return to;
}

function view(value, seen) {
  const buffer = copied(value.buffer, seen);
  const Class = tagOf(value) === 'DataView' ? DataView : globalThis[tagOf(value)];
  return new Class(buffer, value.byteOffset, tagOf(value) === 'DataView' ? value.byteLength : value.length);
}

function error(value, keep, seen) {
  const Class = ERRORS[value.name] ?? Error;
  const copy = keep(new Class(value.message === undefined ? undefined : `${value.message}`));
  const hide = (name, content) => Object.defineProperty(copy, name, { value: content, configurable: true, writable: true });
  if (typeof value.stack === 'string') hide('stack', value.stack);
  if (Object.hasOwn(value, 'cause')) hide('cause', copied(value.cause, seen));
  return copy;
}

exports.structuredClone = function structuredClone(value, options) {
  if (arguments.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "value" argument must be specified');
  const seen = new Map();
  const moved = [...(options?.transfer ?? [])];
  for (const buffer of moved) {
    if (tagOf(buffer) !== 'ArrayBuffer') throw new DOMException('Value could not be transferred.', 'DataCloneError');
  }
  const copy = copied(value, seen);
  for (const buffer of moved) buffer.transfer?.();
  return copy;
};
