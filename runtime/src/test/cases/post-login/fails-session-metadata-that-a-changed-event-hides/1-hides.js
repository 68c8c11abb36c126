// semantics 2, 73: the host counts what is stored, and not what the Action made of its event
exports.onExecutePostLogin = async (event, api) => {
  event.session.metadata = {};
  api.session.setMetadata('k26', 'v');
};
