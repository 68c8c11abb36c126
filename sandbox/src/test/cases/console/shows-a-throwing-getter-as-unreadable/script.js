exports.onTest = async (event, api) => {
  console.log({ get a() { throw new Error('in a getter'); } });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  console.log(proxy, new Date(NaN));
  const circle = {};
  circle.self = circle;
  console.log('%j %d', circle, { valueOf() { throw new Error('in valueOf'); } });
  console.log('%d', Symbol('s'));
  api.emit('went on');
};
