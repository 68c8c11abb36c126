exports.onExecuteSendPhoneMessage = async (event, api) => {
  console.log('never said');
};
