// api.redirect and api.prompt: the user leaves for a page or a form, and the same Action goes on afterwards
(function ({ call: callHost, fail, keys, name, object, parse, put, string, stringify, text }) {
  const promptLength = 24576;

  /** A URL, with the parameters to put on its query. */
  function target(call, method, url, options) {
    callHost('checkUrl', name(method, 'url', url));
    const { query } = object(method, 'options', options, true) ?? {};
    if (query === undefined) {
      call.command(method, url);
      return;
    }
    object(method, 'query', query, false);
    const names = keys(query);
    const checked = { __proto__: null };
    for (let i = 0; i < names.length; i++) {
      const value = query[names[i]];
      if (value !== undefined && value !== null) checked[names[i]] = text(value);
    }
    call.command(method, url, { query: checked });
  }

  /** What one Action may do once: the host fails it as well, whatever it makes of the error. */
  function once(call, kind) {
    const other = call.departure;
    call.departure = kind;
    return other === undefined || (kind === 'redirect' && other === 'redirect')
      ? undefined
      : 'an Action may render one form, or redirect, and not both';
  }

  function isLifetime(seconds) {
    return typeof seconds === 'number' && seconds >= 1 && seconds <= 2147483647;
  }

  return {
    target,

    encodeToken: () =>
      function encodeToken(options) {
        const method = 'redirect.encodeToken';
        const { expiresInSeconds, payload, secret } = object(method, 'options', options, false);
        if (expiresInSeconds !== undefined && !isLifetime(expiresInSeconds)) {
          fail(method, 'expiresInSeconds must be a number of seconds from 1 on');
        }
        return callHost('encodeToken', {
          __proto__: null,
          expiresInSeconds,
          payload: object(method, 'payload', payload, false),
          secret: name(method, 'secret', secret),
        });
      },

    sendUserTo: (call, chained) =>
      function sendUserTo(url, options) {
        const method = 'redirect.sendUserTo';
        const problem = once(call, 'redirect');
        target(call, method, url, options);
        if (problem !== undefined) fail(method, problem);
        return chained ? call.api : undefined;
      },

    validateToken: () =>
      function validateToken(options) {
        const method = 'redirect.validateToken';
        const { secret, tokenParameterName } = object(method, 'options', options, false);
        return callHost('validateToken', {
          __proto__: null,
          secret: name(method, 'secret', secret),
          tokenParameterName:
            tokenParameterName === undefined ? 'session_token' : name(method, 'tokenParameterName', tokenParameterName),
        });
      },

    canRedirect: (call) =>
      function canRedirect() {
        return call.settings.canRedirect;
      },

    prompt: (call) => ({
      render(promptId, promptOptions) {
        const method = 'prompt.render';
        name(method, 'promptId', promptId);
        const { fields, vars } = object(method, 'promptOptions', promptOptions, true) ?? {};
        const json = stringify({
          __proto__: null,
          fields: object(method, 'fields', fields, true),
          vars: object(method, 'vars', vars, true),
        });
        if (json.length > promptLength) fail(method, 'promptOptions must have at most ' + promptLength + ' characters');
        const problem = once(call, 'prompt');
        call.command(method, promptId, parse(json));
        if (problem !== undefined) fail(method, problem);
      },
    }),
  };
});
