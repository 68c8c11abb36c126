// The api object of post-login.
(function (kit, { append, fail, name, object, oneOf, boolean, scope, mostScopes, recorder, isSafeInteger }) {
  const { isArray } = Array;
  const { stringify, parse } = JSON;
  const { keys } = Object;
  const { defineProperty, set } = Reflect;
  const text = String;
  const enrollmentFactors = [
    'otp',
    'phone',
    'push-notification',
    'push',
    'webauthn-roaming',
    'webauthn-platform',
    'recovery-code',
  ];
  const challengeFactors = ['email', ...enrollmentFactors];
  const phoneMethods = ['sms', 'voice', 'both'];
  const providers = ['any', 'none', 'guardian', 'google-authenticator', 'duo'];
  const userIdLength = 128;
  const metadataKeyLength = 64;
  const metadataValueLength = 8192;
  const metadataTotalLength = 16384;

  function factor(method, value, allowed) {
    const { type, options } = object(method, 'a factor', value, false);
    const named = oneOf(method, 'the type of a factor', type, allowed);
    const selector = { type: named === 'push' ? 'push-notification' : named };
    if (options === undefined) return selector;
    const { preferredMethod, otpFallback } = object(method, 'the options of a factor', options, false);
    if (selector.type === 'phone' && preferredMethod !== undefined) {
      selector.options = { preferredMethod: oneOf(method, 'preferredMethod', preferredMethod, phoneMethods) };
    }
    if (selector.type === 'push-notification' && otpFallback !== undefined && allowed === challengeFactors) {
      selector.options = { otpFallback: boolean(method, 'otpFallback', otpFallback) };
    }
    return selector;
  }

  function factorList(method, parameter, value, allowed) {
    if (!isArray(value)) fail(method, parameter + ' must be an array of factors');
    const length = value.length;
    const selectors = [];
    for (let i = 0; i < length; i++) append(selectors, factor(method, value[i], allowed));
    return selectors;
  }

  return function (input) {
    const { event, canRedirect } = input;
    const { command, finish } = recorder();
    const userMetadata = event.user.user_metadata;
    const appMetadata = event.user.app_metadata;
    let primaryUserSet = input.primaryUserSet;
    let scopes = 0;
    const transactionMetadata = stringify(event.transaction.metadata);
    let metadata; // of the transaction, once this Action has changed it

    function withDefault(method, first, options, allowed) {
      const selector = factor(method, first, allowed);
      const { additionalFactors } = object(method, 'options', options, true) ?? {};
      if (additionalFactors === undefined) command(method, selector);
      else {
        command(method, selector, {
          additionalFactors: factorList(method, 'additionalFactors', additionalFactors, allowed),
        });
      }
    }

    function withAny(method, factors, allowed) {
      const selectors = factorList(method, 'factors', factors, allowed);
      if (selectors.length === 0) fail(method, 'factors must name at least one factor');
      command(method, selectors);
    }

    function claim(method, key, value) {
      if (name(method, 'name', key) === 'scope') fail(method, 'the claim "scope" cannot be set; use addScope');
      command(method, key, isData(value) ? value : undefined);
      return api;
    }

    function changeScope(method, value) {
      const checked = scope(method, value);
      if (++scopes > mostScopes) fail(method, 'more than ' + mostScopes + ' changes of scope');
      command(method, checked);
    }

    function profileMetadata(method, stored, key, value) {
      object(method, 'the metadata stored for the user', stored, false);
      command(method, name(method, 'name', key), isData(value) ? value : undefined);
      return api;
    }

    function flagged(method) {
      throw new Error('api.transaction.' + method + ' is not enabled');
    }

    const api = {
      access: {
        // A denial is never refused for the form of its reason.
        deny(reason) {
          command('access.deny', typeof reason === 'string' ? reason : reason === undefined ? '' : kit.inspect(reason));
          return api;
        },
      },
      accessToken: {
        setCustomClaim(key, value) {
          return claim('accessToken.setCustomClaim', key, value);
        },
        addScope(value) {
          changeScope('accessToken.addScope', value);
        },
        removeScope(value) {
          changeScope('accessToken.removeScope', value);
        },
      },
      authentication: {
        challengeWith(first, options) {
          withDefault('authentication.challengeWith', first, options, challengeFactors);
        },
        challengeWithAny(factors) {
          withAny('authentication.challengeWithAny', factors, challengeFactors);
        },
        enrollWith(first, options) {
          withDefault('authentication.enrollWith', first, options, enrollmentFactors);
        },
        enrollWithAny(factors) {
          withAny('authentication.enrollWithAny', factors, enrollmentFactors);
        },
        recordMethod(providerUrl) {
          const method = 'authentication.recordMethod';
          kit.call('checkUrl', name(method, 'provider_url', providerUrl));
          command(method, providerUrl);
          return api;
        },
        setPrimaryUser(primaryUserId) {
          const method = 'authentication.setPrimaryUser';
          if (name(method, 'primary_user_id', primaryUserId).length > userIdLength) {
            fail(method, 'primary_user_id must have at most ' + userIdLength + ' characters');
          }
          if (primaryUserSet) fail(method, 'the primary user was already set in this transaction');
          primaryUserSet = true;
          command(method, primaryUserId);
        },
      },
      idToken: {
        setCustomClaim(key, value) {
          return claim('idToken.setCustomClaim', key, value);
        },
      },
      multifactor: {
        enable(provider, options) {
          const method = 'multifactor.enable';
          oneOf(method, 'provider', provider, providers);
          const { allowRememberBrowser, providerOptions } = object(method, 'options', options, true) ?? {};
          const checked = {};
          if (allowRememberBrowser !== undefined) {
            checked.allowRememberBrowser = boolean(method, 'allowRememberBrowser', allowRememberBrowser);
          }
          if (provider === 'duo' && providerOptions !== undefined) {
            const { host, ikey, skey, username } = object(method, 'providerOptions', providerOptions, false);
            checked.providerOptions = {
              host: name(method, 'providerOptions.host', host),
              ikey: name(method, 'providerOptions.ikey', ikey),
              skey: name(method, 'providerOptions.skey', skey),
            };
            if (username !== undefined) {
              checked.providerOptions.username = name(method, 'providerOptions.username', username);
            }
          }
          command(method, provider, checked);
          return api;
        },
      },
      redirect: {
        canRedirect() {
          return canRedirect;
        },
        encodeToken(options) {
          const method = 'redirect.encodeToken';
          const { expiresInSeconds, payload, secret } = object(method, 'options', options, false);
          return kit.call('encodeToken', {
            __proto__: null,
            expiresInSeconds,
            payload: object(method, 'payload', payload, false),
            secret: name(method, 'secret', secret),
          });
        },
        sendUserTo(url, options) {
          const method = 'redirect.sendUserTo';
          kit.call('checkUrl', name(method, 'url', url));
          const { query } = object(method, 'options', options, true) ?? {};
          if (query === undefined) {
            command(method, url);
            return api;
          }
          object(method, 'query', query, false);
          const names = keys(query);
          const checked = { __proto__: null };
          for (let i = 0; i < names.length; i++) {
            const value = query[names[i]];
            if (value !== undefined && value !== null) checked[names[i]] = text(value);
          }
          command(method, url, { query: checked });
          return api;
        },
        validateToken(options) {
          const method = 'redirect.validateToken';
          const { secret, tokenParameterName } = object(method, 'options', options, false);
          return kit.call('validateToken', {
            __proto__: null,
            secret: name(method, 'secret', secret),
            tokenParameterName:
              tokenParameterName === undefined
                ? 'session_token'
                : name(method, 'tokenParameterName', tokenParameterName),
          });
        },
      },
      transaction: {
        setMetadata(key, value) {
          const method = 'transaction.setMetadata';
          if (name(method, 'name', key).length > metadataKeyLength) {
            fail(method, 'name must have at most ' + metadataKeyLength + ' characters');
          }
          const next = parse(metadata ?? transactionMetadata);
          if (value === null) delete next[key];
          else {
            if (typeof value === 'number' ? !isUsableNumber(value) : typeof value !== 'string' && typeof value !== 'boolean') {
              fail(method, 'value must be a string, a boolean, a safe number, or null to remove it');
            }
            if (text(value).length > metadataValueLength) {
              fail(method, 'value must have at most ' + metadataValueLength + ' characters');
            }
            defineProperty(next, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
          }
          const json = stringify(next);
          if (json.length > metadataTotalLength) {
            fail(method, 'the metadata of a transaction must have at most ' + metadataTotalLength + ' characters');
          }
          command(method, key, value);
          metadata = json;
          if (event.transaction) set(event.transaction, 'metadata', next);
        },
        addTargetScope(value) {
          flagged('addTargetScope', value);
        },
        removeTargetScope(value) {
          flagged('removeTargetScope', value);
        },
        setTargetScopes(values) {
          flagged('setTargetScopes', values);
        },
        clearTargetScopes() {
          flagged('clearTargetScopes');
        },
      },
      user: {
        setAppMetadata(key, value) {
          return profileMetadata('user.setAppMetadata', appMetadata, key, value);
        },
        setUserMetadata(key, value) {
          return profileMetadata('user.setUserMetadata', userMetadata, key, value);
        },
      },
    };

    return { args: [event, api], finish: () => finish(kit.exports('onContinuePostLogin')) };
  };

  /** JSON makes null of a function, and null deletes; it is nothing, as undefined is. */
  function isData(value) {
    return typeof value !== 'function' && typeof value !== 'symbol';
  }

  function isUsableNumber(value) {
    return isSafeInteger(value) || (value - value === 0 && value > -9007199254740991 && value < 9007199254740991);
  }
});
