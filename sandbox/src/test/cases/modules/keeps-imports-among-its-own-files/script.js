exports.onTest = async (event, api) => {
  const { tries } = require('esm');
  for (const [name, outcome] of await tries()) api.emit(`${name} -> ${outcome}`);
};
