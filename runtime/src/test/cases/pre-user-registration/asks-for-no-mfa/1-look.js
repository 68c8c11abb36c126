// semantics 25, 35: there is nobody to challenge yet: no such method, and no MFA of the policy
exports.onExecutePreUserRegistration = async (event, api) => {
  console.log(Object.keys(api).join(' '), typeof api.multifactor, typeof api.authentication, typeof api.redirect);
};
