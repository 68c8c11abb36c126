exports.onTest = async (event, api) => {
  console.log(new Map([['a', 1], ['b', { c: 2 }]]), new Set([1, 'x']));
  console.log(new Date(0), /a+/gi, Promise.resolve(1));
  console.log([new Date(0)], { r: /x/ });
  console.log(new Uint8Array([1, 2]));
};
