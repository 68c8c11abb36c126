exports.onTest = async (event, api) => {
  const a = { name: 'a' };
  a.self = a;
  a.list = [a, { back: a }];
  console.log(a);
  const shared = { x: 1 };
  console.log([shared, shared]);
};
