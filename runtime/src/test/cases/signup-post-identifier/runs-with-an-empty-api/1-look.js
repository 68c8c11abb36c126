// semantics 1: all Actions run; the published api has no member
exports.onExecuteSignupPostIdentifier = async (event, api) => {
  console.log(Object.keys(api).length, typeof api, event.request.ip);
};
