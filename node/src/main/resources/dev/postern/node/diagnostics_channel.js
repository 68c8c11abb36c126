// Channels on which packages tell of what they do to whoever listens, which here is the Action alone.

const { argType, checkFunction } = require('./calls/errors.js');

const channels = new Map();

/** An error of a listener's is not that of the publisher. */
function quietly(work) {
  try {
    return work();
  } catch (error) {
    process.nextTick(() => {
      throw error;
    });
    return undefined;
  }
}

class Channel {
  #listeners = [];
  #stores = new Map();

  constructor(name) {
    this.name = name;
  }

  get hasSubscribers() {
    return this.#listeners.length > 0 || this.#stores.size > 0;
  }

  subscribe(listener) {
    checkFunction('subscription', listener);
    this.#listeners = [...this.#listeners, listener];
  }

  unsubscribe(listener) {
    const index = this.#listeners.indexOf(listener);
    if (index < 0) return false;
    this.#listeners = this.#listeners.toSpliced(index, 1);
    return true;
  }

  publish(message) {
    for (const listener of this.#listeners) quietly(() => listener(message, this.name));
  }

  bindStore(store, transform) {
    this.#stores.set(store, transform);
  }

  unbindStore(store) {
    return this.#stores.delete(store);
  }

  runStores(message, work, self, ...args) {
    let run = () => {
      this.publish(message);
      return Reflect.apply(work, self, args);
    };
    for (const [store, transform] of this.#stores) {
      const inner = run;
      run = () => {
        let value = message;
        if (transform) {
          try {
            value = transform(message);
          } catch (error) {
            process.nextTick(() => {
              throw error;
            });
            return inner();
          }
        }
        return store.run(value, inner);
      };
    }
    return run();
  }
}

function channel(name) {
  if (typeof name !== 'string' && typeof name !== 'symbol') throw argType('channel', 'of type string or an instance of symbol', name);
  if (!channels.has(name)) channels.set(name, new Channel(name));
  return channels.get(name);
}

const events = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

class TracingChannel {
  constructor(nameOrChannels) {
    for (const event of events) {
      this[event] = typeof nameOrChannels === 'string' ? channel(`tracing:${nameOrChannels}:${event}`) : nameOrChannels[event];
    }
  }

  subscribe(handlers) {
    for (const event of events) if (handlers[event]) this[event].subscribe(handlers[event]);
  }

  unsubscribe(handlers) {
    return events.filter((event) => handlers[event] && !this[event].unsubscribe(handlers[event])).length === 0;
  }

  traceSync(work, context = {}, self, ...args) {
    return this.start.runStores(context, () => {
      try {
        context.result = Reflect.apply(work, self, args);
        return context.result;
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  tracePromise(work, context = {}, self, ...args) {
    const settle = (name, value) => {
      context[name] = value;
      if (name === 'error') this.error.publish(context);
      this.asyncStart.publish(context);
      this.asyncEnd.publish(context);
    };
    return this.start.runStores(context, () => {
      try {
        return Promise.resolve(Reflect.apply(work, self, args)).then(
          (value) => {
            settle('result', value);
            return value;
          },
          (error) => {
            settle('error', error);
            throw error;
          },
        );
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  traceCallback(work, position = -1, context = {}, self, ...args) {
    const callback = args.at(position);
    checkFunction('callback', callback);
    const tracing = this;
    const traced = function (error, result) {
      if (error) {
        context.error = error;
        tracing.error.publish(context);
      } else {
        context.result = result;
      }
      return tracing.asyncStart.runStores(context, () => {
        try {
          return Reflect.apply(callback, this, arguments);
        } finally {
          tracing.asyncEnd.publish(context);
        }
      });
    };
    args.splice(position, 1, traced);
    return this.start.runStores(context, () => {
      try {
        return Reflect.apply(work, self, args);
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }
}

module.exports = {
  channel,
  hasSubscribers: (name) => channels.has(name) && channels.get(name).hasSubscribers,
  subscribe: (name, listener) => channel(name).subscribe(listener),
  unsubscribe: (name, listener) => channel(name).unsubscribe(listener),
  tracingChannel: (nameOrChannels) => new TracingChannel(nameOrChannels),
  Channel,
};
