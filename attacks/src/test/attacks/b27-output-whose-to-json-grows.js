// attack: 27 output whose to json grows
// expect: action_threw
exports.onExecutePostLogin = async (event, api) => {
  const grow = () => ({ toJSON: () => [{ grow: grow() }] });
  api.idToken.setCustomClaim('emitted', grow());
};
