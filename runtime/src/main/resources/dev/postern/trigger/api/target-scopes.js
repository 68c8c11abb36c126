// The methods of api.transaction that change the scopes a token is asked for
(function ({ append, fail, isArray, mostScopes, scope }) {
  const { set } = Reflect;

  function checked(method, scopes) {
    if (!isArray(scopes)) fail(method, 'scopes must be an array of strings');
    if (scopes.length > mostScopes) fail(method, 'scopes must have at most ' + mostScopes + ' elements');
    const unique = [];
    for (let i = 0; i < scopes.length; i++) {
      const next = scope(method, scopes[i]);
      if (!has(unique, next)) append(unique, next);
    }
    return unique;
  }

  function has(list, value) {
    for (let i = 0; i < list.length; i++) if (list[i] === value) return true;
    return false;
  }

  function copy(list) {
    const copied = [];
    for (let i = 0; i < list.length; i++) append(copied, list[i]);
    return copied;
  }

  return {
    live(call) {
      const stored = call.event.transaction.target_scopes ?? call.event.transaction.requested_scopes ?? [];
      let scopes = copy(stored);
      function change(method, next, argument) {
        call.command(method, argument);
        scopes = next;
        if (call.event.transaction) set(call.event.transaction, 'target_scopes', copy(next));
      }
      return {
        addTargetScope(value) {
          const method = 'transaction.addTargetScope';
          const added = scope(method, value);
          const next = copy(scopes);
          if (!has(next, added)) append(next, added);
          if (next.length > mostScopes) fail(method, 'more than ' + mostScopes + ' scopes');
          change(method, next, added);
        },
        removeTargetScope(value) {
          const removed = scope('transaction.removeTargetScope', value);
          const next = [];
          for (let i = 0; i < scopes.length; i++) if (scopes[i] !== removed) append(next, scopes[i]);
          change('transaction.removeTargetScope', next, removed);
        },
        setTargetScopes(values) {
          const next = checked('transaction.setTargetScopes', values);
          change('transaction.setTargetScopes', next, next);
        },
        clearTargetScopes() {
          change('transaction.clearTargetScopes', []);
        },
      };
    },

    /** Auth0 has these behind a flag that is off; what they would do is not documented. */
    notEnabled() {
      function refuse(method) {
        throw new Error('api.transaction.' + method + ' is not enabled');
      }
      return {
        addTargetScope(scope) {
          refuse('addTargetScope', scope);
        },
        removeTargetScope(scope) {
          refuse('removeTargetScope', scope);
        },
        setTargetScopes(scopes) {
          refuse('setTargetScopes', scopes);
        },
        clearTargetScopes() {
          refuse('clearTargetScopes');
        },
      };
    },
  };
});
