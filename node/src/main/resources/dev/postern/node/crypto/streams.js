// Hashes and ciphers are streams in Node, and seldom used as such: the stream is made when a member of it is asked for.

const METHODS = [
  'addListener', 'cork', 'destroy', 'emit', 'end', 'eventNames', 'isPaused', 'listenerCount', 'listeners', 'off', 'on', 'once',
  'pause', 'pipe', 'prependListener', 'prependOnceListener', 'push', 'read', 'removeAllListeners', 'removeListener', 'resume',
  'setDefaultEncoding', 'setEncoding', 'setMaxListeners', 'uncork', 'unpipe', 'unshift', 'write', Symbol.asyncIterator,
];
const PROPERTIES = [
  'closed', 'destroyed', 'errored', 'readable', 'readableEnded', 'readableEncoding', 'readableFlowing', 'readableHighWaterMark',
  'readableLength', 'readableObjectMode', 'writable', 'writableEnded', 'writableFinished', 'writableHighWaterMark', 'writableLength',
  'writableNeedDrain', 'writableObjectMode', '_readableState', '_writableState', '_events',
];

/** Gives the class the members of the stream that {@code make} returns for an object of it. */
function streaming(Class, make) {
  const streams = new WeakMap();
  const streamOf = (object) => {
    let stream = streams.get(object);
    if (stream === undefined) streams.set(object, (stream = make(object, require('stream'))));
    return stream;
  };
  for (const name of METHODS) {
    Object.defineProperty(Class.prototype, name, {
      configurable: true,
      writable: true,
      value(...args) {
        const stream = streamOf(this);
        const result = stream[name](...args);
        return result === stream ? this : result;
      },
    });
  }
  for (const name of PROPERTIES) {
    Object.defineProperty(Class.prototype, name, {
      configurable: true,
      get() {
        return streamOf(this)[name];
      },
    });
  }
}

/** A stream that takes data with update() and gives what that and {@code last} return. */
function transforming(Class, update, last) {
  streaming(
    Class,
    (object, { Transform }) =>
      new Transform({
        ...object._options,
        transform(chunk, encoding, done) {
          attempt(done, () => update(object, chunk, encoding));
        },
        flush(done) {
          attempt(done, () => last(object));
        },
      }),
  );
}

/** A stream that only takes data. */
function taking(Class) {
  streaming(
    Class,
    (object, { Writable }) =>
      new Writable({
        ...object._options,
        write(chunk, encoding, done) {
          attempt(done, () => {
            object.update(chunk, encoding);
          });
        },
      }),
  );
}

function attempt(done, work) {
  let result;
  try {
    result = work();
  } catch (error) {
    done(error);
    return;
  }
  if (result === undefined) done();
  else done(null, result);
}

module.exports = { transforming, taking };
