exports.onTest = async (event, api) => {
  console.log('a\nb\r\u001b[31mred\u2028\0\ud800');
};
