// api.idToken and api.accessToken
(function ({ data, fail, mostScopes, name, scope }) {
  function setCustomClaim(call, token) {
    const method = token + '.setCustomClaim';
    return function setCustomClaim(key, value) {
      if (name(method, 'name', key) === 'scope') fail(method, 'the claim "scope" cannot be set; use addScope');
      call.command(method, key, data(value));
      return call.api;
    };
  }

  return {
    idToken: (call) => ({ setCustomClaim: setCustomClaim(call, 'idToken') }),
    accessToken: (call) => ({ setCustomClaim: setCustomClaim(call, 'accessToken') }),
    accessTokenWithScopes(call) {
      let changes = 0;
      function change(method, value) {
        const checked = scope(method, value);
        if (++changes > mostScopes) fail(method, 'more than ' + mostScopes + ' changes of scope');
        call.command(method, checked);
      }
      return {
        setCustomClaim: setCustomClaim(call, 'accessToken'),
        addScope(value) {
          change('accessToken.addScope', value);
        },
        removeScope(value) {
          change('accessToken.removeScope', value);
        },
      };
    },
  };
});
