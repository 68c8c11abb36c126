exports.onTest = async (event, api) => {
  const lines = [];
  console.log = (line) => lines.push(line);
  console.log('caught');
  api.emit(lines);
};
