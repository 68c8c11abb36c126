// Runs after the identifier of a signup was typed. Its api has no methods yet.
/** @type {Postern.OnExecuteSignupPostIdentifier} */
exports.onExecuteSignupPostIdentifier = async (event, api) => {
  console.log('signup from', event.request?.ip);
};
