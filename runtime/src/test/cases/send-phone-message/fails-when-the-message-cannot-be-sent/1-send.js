// semantics 19: what is thrown fails the delivery, with its line; no other Action runs
exports.onExecuteSendPhoneMessage = async (event, api) => {
  const response = { status: 503 };
  if (response.status !== 200) throw new Error(`the gateway answered ${response.status}`);
};
