// The methods of api.authentication and api.multifactor that ask for MFA
(function ({ append, boolean, fail, isArray, name, object, oneOf }) {
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

  function withDefault(call, method, first, options, allowed) {
    const selector = factor(method, first, allowed);
    const { additionalFactors } = object(method, 'options', options, true) ?? {};
    if (additionalFactors === undefined) call.command(method, selector);
    else {
      call.command(method, selector, {
        additionalFactors: factorList(method, 'additionalFactors', additionalFactors, allowed),
      });
    }
  }

  function withAny(call, method, factors, allowed) {
    const selectors = factorList(method, 'factors', factors, allowed);
    if (selectors.length === 0) fail(method, 'factors must name at least one factor');
    call.command(method, selectors);
  }

  return {
    challengeWith: (call) =>
      function challengeWith(first, options) {
        withDefault(call, 'authentication.challengeWith', first, options, challengeFactors);
      },
    challengeWithAny: (call) =>
      function challengeWithAny(factors) {
        withAny(call, 'authentication.challengeWithAny', factors, challengeFactors);
      },
    enrollWith: (call) =>
      function enrollWith(first, options) {
        withDefault(call, 'authentication.enrollWith', first, options, enrollmentFactors);
      },
    enrollWithAny: (call) =>
      function enrollWithAny(factors) {
        withAny(call, 'authentication.enrollWithAny', factors, enrollmentFactors);
      },
    enable: (call) =>
      function enable(provider, options) {
        const method = 'multifactor.enable';
        oneOf(method, 'provider', provider, providers);
        const { allowRememberBrowser, providerOptions } = object(method, 'options', options, true) ?? {};
        const checked = { __proto__: null };
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
        call.command(method, provider, checked);
        return call.api;
      },
  };
});
