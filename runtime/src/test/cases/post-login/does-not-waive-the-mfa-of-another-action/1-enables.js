// semantics 24, 30: none lifts the policy, not what an Action has asked for; of two providers the later is taken
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('any');
};
