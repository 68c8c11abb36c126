// semantics 3, 71: target_scopes follow each call in the Action itself, begin with the requested ones, and hold for the next Action
exports.onExecuteCredentialsExchange = async (event, api) => {
  const show = (what) => console.log(what, JSON.stringify(event.transaction.target_scopes));
  show('before');
  api.transaction.addTargetScope(' write:orders ');
  show('add');
  api.transaction.addTargetScope('write:orders');
  show('again');
  api.transaction.removeTargetScope('read:orders');
  show('remove');
  api.transaction.removeTargetScope('never:there');
  show('other');
};
