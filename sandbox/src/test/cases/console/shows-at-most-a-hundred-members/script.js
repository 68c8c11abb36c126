exports.onTest = async (event, api) => {
  console.log(Array.from({ length: 300 }, (_, i) => i));
  console.log(Object.fromEntries(Array.from({ length: 300 }, (_, i) => ['k' + i, i])));
};
