// semantics 42, 44: whoever has no factor can prove none; enrolling one proves it
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.enrollWith({ type: 'otp' }, { additionalFactors: [{ type: 'phone' }] });
};
