// A deleted user is worth a line of its own.
exports.onExecuteEventStream = async (event) => {
  const { type, time, data } = event.message;
  if (type === 'user.deleted') console.warn(`${data.object.user_id} was deleted at ${time}`);
};
