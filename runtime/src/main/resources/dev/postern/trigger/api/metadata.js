// Metadata: of the user's profile, of the transaction, of the session and of the refresh token
(function ({ data, fail, isSafeInteger, keys, name, object, parse, put, string, stringify, text }) {
  const { set } = Reflect;
  const transactionKeyLength = 64;
  const transactionValueLength = 8192;
  const transactionLength = 16384;
  const entries = 25;
  const entryLength = 255;
  const entryCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

  function profile(call, chained) {
    const user = call.event.user ?? {};
    const { app_metadata: appMetadata, user_metadata: userMetadata } = user;
    function queue(method, stored, key, value) {
      object(method, 'the metadata stored for the user', stored, true); // a new user has none yet
      call.command(method, name(method, 'name', key), data(value));
      return chained ? call.api : undefined;
    }
    return {
      setAppMetadata(key, value) {
        return queue('user.setAppMetadata', appMetadata, key, value);
      },
      setUserMetadata(key, value) {
        return queue('user.setUserMetadata', userMetadata, key, value);
      },
    };
  }

  function isUsableNumber(value) {
    return isSafeInteger(value) || (value - value === 0 && value > -9007199254740991 && value < 9007199254740991);
  }

  function transaction(call) {
    const stored = call.settings.transactionMetadata; // not of the event, which the Action may have changed
    let metadata; // once this Action has changed it
    return function setMetadata(key, value) {
      const method = 'transaction.setMetadata';
      name(method, 'name', key, transactionKeyLength);
      const next = parse(metadata ?? stored);
      if (value === null) delete next[key];
      else {
        if (typeof value === 'number' ? !isUsableNumber(value) : typeof value !== 'string' && typeof value !== 'boolean') {
          fail(method, 'value must be a string, a boolean, a safe number, or null to remove it');
        }
        if (text(value).length > transactionValueLength) {
          fail(method, 'value must have at most ' + transactionValueLength + ' characters');
        }
        put(next, key, value);
      }
      const json = stringify(next);
      if (json.length > transactionLength) {
        fail(method, 'the metadata of a transaction must have at most ' + transactionLength + ' characters');
      }
      call.command(method, key, value);
      metadata = json;
      if (call.event.transaction) set(call.event.transaction, 'metadata', next);
    };
  }

  function isEntryKey(key) {
    for (let i = 0; i < key.length; i++) {
      let known = false;
      for (let j = 0; j < entryCharacters.length && !known; j++) known = key[i] === entryCharacters[j];
      if (!known) return false;
    }
    return true;
  }

  /** The three methods for small entries; a check says first whether there is something to put them on. */
  function small(call, namespace, holder, check) {
    const stored = stringify(holder?.metadata ?? {});
    let metadata;
    function changed(next) {
      metadata = stringify(next);
      if (holder !== undefined) set(holder, 'metadata', next);
    }
    return {
      setMetadata(key, value) {
        const method = namespace + '.setMetadata';
        check(method);
        if (!isEntryKey(name(method, 'key', key, entryLength))) {
          fail(method, 'key must consist of letters, digits, _ and -');
        }
        const next = parse(metadata ?? stored);
        if (value === null) delete next[key];
        else put(next, key, string(method, 'value', value, entryLength));
        if (keys(next).length > entries) fail(method, 'the metadata must have at most ' + entries + ' entries');
        call.command(method, key, value);
        changed(next);
      },
      deleteMetadata(key) {
        const method = namespace + '.deleteMetadata';
        if (!check(method, true)) return;
        name(method, 'key', key, entryLength);
        const next = parse(metadata ?? stored);
        delete next[key];
        call.command(method, key);
        changed(next);
      },
      evictMetadata() {
        const method = namespace + '.evictMetadata';
        if (!check(method, true)) return;
        call.command(method);
        changed({});
      },
    };
  }

  return { profile, transaction, small };
});
