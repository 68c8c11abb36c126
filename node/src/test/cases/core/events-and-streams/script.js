const EventEmitter = require('events');
const { Readable, Transform, PassThrough } = require('node:stream');
const { pipeline } = require('stream/promises');

exports.run = async () => {
  const seen = [];
  const emitter = new EventEmitter();
  emitter.on('a', (value) => seen.push(`on ${value}`));
  emitter.once('a', (value) => seen.push(`once ${value}`));
  emitter.emit('a', 1);
  emitter.emit('a', 2);
  setTimeout(() => emitter.emit('later', 'x'), 1);
  const once = await EventEmitter.once(emitter, 'later');
  const upper = new Transform({
    transform(chunk, encoding, done) {
      done(null, chunk.toString().toUpperCase());
    },
  });
  const out = [];
  const sink = new PassThrough();
  sink.on('data', (chunk) => out.push(chunk.toString()));
  await pipeline(Readable.from(['ab', 'cd']), upper, sink);
  let failure;
  try {
    new EventEmitter().emit('error', new TypeError('unheard'));
  } catch (error) {
    failure = String(error);
  }
  const order = [];
  setTimeout(() => order.push('timeout'), 0);
  Promise.resolve().then(() => order.push('promise'));
  await require('timers/promises').setTimeout(5);
  return { seen, once, out, failure, order, count: emitter.listenerCount('a'), inherits: sink instanceof EventEmitter };
};
