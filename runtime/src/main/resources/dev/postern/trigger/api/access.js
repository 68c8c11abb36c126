// api.access
(function ({ name, oneOf, reasonOf }) {
  return {
    deny: (call, chained) =>
      function deny(reason) {
        call.command('access.deny', reasonOf(reason));
        return chained ? call.api : undefined;
      },

    /** With the error code of OAuth: one of those allowed, or any. */
    denyWithCode: (call, chained, allowed) =>
      function deny(code, reason) {
        const method = 'access.deny';
        if (allowed === undefined) name(method, 'code', code);
        else oneOf(method, 'code', code, allowed);
        call.command(method, code, reasonOf(reason));
        return chained ? call.api : undefined;
      },

    denyWithMessage: (call) =>
      function deny(reason, userMessage) {
        call.command('access.deny', reasonOf(reason), userMessage === undefined ? undefined : reasonOf(userMessage));
        return call.api;
      },

    rejectInvalidSubjectToken: (call) =>
      function rejectInvalidSubjectToken(reason) {
        call.command('access.rejectInvalidSubjectToken', reasonOf(reason));
      },
  };
});
