// The one way out: hostLine(kind, name, text, buffer) gives text. It throws nothing of its own, but the stack may end while
// the engine is between guest and host. An answer begins with '=' before JSON, with '#', a number and ':' where that many
// bytes are to be taken besides, or with '!' before the error to throw: its class, its code and its message, in lines.

const errors = { __proto__: null, Error, TypeError, RangeError, SyntaxError };
const calls = { __proto__: null }; // id -> {resolve, reject} of what was started and has no answer
let callCount = 0;

/** What ends between guest and host is no object the guest may hold. */
function host(kind, name, argument, buffer) {
  try {
    return hostLine(kind, name, argument, buffer);
  } catch {
    throw new RangeError('Maximum call stack size exceeded');
  }
}

/** Calls a host function with a JSON value and bytes, and gives both of its answer. */
function callHost(name, value, bytes) {
  return answered(host('call', name, jsonOf(name, value), bufferWith(bytes)));
}

/** Begins a call that the host answers later. */
function startOnHost(name, value, bytes) {
  const answer = host('start', name, jsonOf(name, value), bufferWith(bytes));
  if (answer[0] === '!') throw refusalIn(answer);
  const id = apply(sliceText, answer, [1]);
  const promise = new SafePromise((resolve, reject) => {
    calls[id] = { resolve, reject };
  });
  callCount++;
  const cancel = () => {
    if (ended(id) !== undefined) host('cancel', id, '');
  };
  return { promise, cancel };
}

function settleCall(id, answer) {
  const call = ended(id);
  if (call === undefined) return;
  try {
    call.resolve(answered(answer));
  } catch (error) {
    call.reject(error);
  }
}

function ended(id) {
  const call = calls[id];
  if (call !== undefined) {
    delete calls[id];
    callCount--;
  }
  return call;
}

function jsonOf(name, value) {
  const json = value === undefined ? 'null' : stringify(value);
  if (json === undefined) throw new TypeError('the argument of ' + name + ' is not a JSON value');
  return json;
}

/** The buffer that holds these bytes and no others. */
function bufferWith(bytes) {
  if (bytes === undefined) return undefined;
  const buffer = apply(bufferOf, bytes, []);
  const start = apply(offsetOf, bytes, []);
  const length = apply(lengthOf, bytes, []);
  return start === 0 && length === buffer.byteLength ? buffer : apply(sliceBuffer, buffer, [start, start + length]);
}

function answered(answer) {
  if (answer[0] === '=') return { value: parse(apply(sliceText, answer, [1])), bytes: undefined };
  if (answer[0] === '!') throw refusalIn(answer);
  const colon = apply(indexOfText, answer, [':']);
  const bytes = new SafeUint8Array(parseInteger(apply(sliceText, answer, [1, colon]), 10));
  host('take', '', '', apply(bufferOf, bytes, []));
  return { value: parse(apply(sliceText, answer, [colon + 1])), bytes };
}

/** The error that an answer with an exclamation mark speaks of. */
function refusalIn(answer) {
  const first = apply(indexOfText, answer, ['\n']);
  const second = apply(indexOfText, answer, ['\n', first + 1]);
  const Refusal = errors[apply(sliceText, answer, [1, first])] || SafeError;
  const error = new Refusal(apply(sliceText, answer, [second + 1]));
  const code = apply(sliceText, answer, [first + 1, second]);
  if (code !== '') error.code = code;
  return error;
}
