class QuotaError extends Error {
  name = 'QuotaError';
}

function ask(service) {
  throw new QuotaError(`${service} has had enough`);
}

exports.onExecutePostLogin = async () => {
  ask('billing');
};
