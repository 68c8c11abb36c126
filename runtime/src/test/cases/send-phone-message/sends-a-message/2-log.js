exports.onExecuteSendPhoneMessage = async (event, api) => {
  console.log(event.user.user_id, Object.keys(event.secrets).length, Object.keys(api).join(' '));
};
