// semantics 12, 15: validation.error ends the signup with a code and a message for the field; it returns api
exports.onExecutePreUserRegistration = async (event, api) => {
  if (!event.user.phone_number) {
    console.log(api.validation.error('phone_missing', 'A phone number is needed.') === api);
  }
};
