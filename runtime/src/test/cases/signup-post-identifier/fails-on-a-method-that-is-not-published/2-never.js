exports.onExecuteSignupPostIdentifier = async (event, api) => {
  console.log('never said');
};
