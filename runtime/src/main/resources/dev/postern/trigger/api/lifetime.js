// api.session and api.refreshToken
(function ({ boolean, fail, object, oneOf, reasonOf }) {
  function lifetimes(call, namespace, check) {
    function shorten(method, parameter, value) {
      check(method);
      if (typeof value !== 'number' || !(value > 0) || value - value !== 0) {
        fail(method, parameter + ' must be a time in milliseconds since 1970');
      }
      call.command(method, value);
    }
    return {
      setExpiresAt(absolute) {
        shorten(namespace + '.setExpiresAt', 'absolute', absolute);
      },
      setIdleExpiresAt(inactivity) {
        shorten(namespace + '.setIdleExpiresAt', 'inactivity', inactivity);
      },
    };
  }

  return {
    session(call, metadata) {
      const { session } = call;
      const exists = session !== undefined && session !== null;
      function check(method, silently) {
        if (!exists && !silently) fail(method, 'there is no session');
        return exists;
      }
      return {
        revoke(reason, options) {
          const method = 'session.revoke';
          check(method);
          const { preserveRefreshTokens } = object(method, 'options', options, true) ?? {};
          call.command(method, reasonOf(reason), {
            preserveRefreshTokens:
              preserveRefreshTokens !== undefined && boolean(method, 'preserveRefreshTokens', preserveRefreshTokens),
          });
        },
        setCookieMode(mode) {
          const method = 'session.setCookieMode';
          call.command(method, oneOf(method, 'mode', mode, ['persistent', 'non-persistent']));
          if (exists) session.cookie = { ...session.cookie, mode };
        },
        ...lifetimes(call, 'session', () => {}),
        ...metadata.small(call, 'session', exists ? session : undefined, check),
      };
    },

    refreshToken(call, metadata) {
      const token = call.refreshToken;
      const exists = token !== undefined && token !== null;
      const online = exists && token.access === 'online';
      function check(method) {
        if (online) fail(method, 'an online refresh token has no lifetime and no metadata of its own');
        return true;
      }
      return {
        revoke(reason) {
          const method = 'refreshToken.revoke';
          if (!exists) fail(method, 'there is no refresh token: this is no refresh exchange');
          call.command(method, reasonOf(reason));
        },
        ...lifetimes(call, 'refreshToken', check),
        ...metadata.small(call, 'refreshToken', exists ? token : undefined, check, call.settings.refreshTokenMetadata),
      };
    },
  };
});
