// api.validation, api.notification, and the other methods that set one thing for the host
(function ({ name, reasonOf }) {
  const reasonLength = 1024;
  const userIdLength = 255;

  return {
    validation: (call, most) => ({
      error(errorCode, errorMessage) {
        const method = 'validation.error';
        name(method, 'errorCode', errorCode, most);
        name(method, 'errorMessage', errorMessage, most);
        call.command(method, errorCode, errorMessage);
        return call.api;
      },
    }),

    notification: (call) => ({
      drop(reason) {
        call.command('notification.drop', reasonOf(reason, reasonLength));
      },
      retry(reason) {
        call.command('notification.retry', reasonOf(reason, reasonLength));
      },
    }),

    setUserId: (call) =>
      function setUserId(userId) {
        const method = 'user.setUserId';
        call.command(method, name(method, 'user_id', userId, userIdLength));
        return call.api;
      },
  };
});
