// expect: limit ALLOCATED_BYTES
exports.onTest = async (event, api) => {
  let text = 'xy';
  while (text.length < 2 ** 22) text += text;
  for (let i = 0; ; i++) (text + i).charCodeAt(5);
};
