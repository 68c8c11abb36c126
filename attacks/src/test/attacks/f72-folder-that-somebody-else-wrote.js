// attack: 72 a folder whose links, settings and scripts lead out of it
// expect: completed
// scenario: untrusted-folder
exports.onExecutePostLogin = async (event, api) => {
  const shown = [];
  for (const name of ['./linked', './linked.js', './linked.json', 'linked', 'linked/key.json', 'outward', '../private', '../private/index.js', '../.npmrc', './package.json', './program', '..', '../event.json']) {
    try {
      shown.push(name + ' gives ' + JSON.stringify(require(name)));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
  if (shown.some((text) => /outside/.test(text))) throw new Error('left the folder: ' + shown.map((text) => text.split(' ')[0]));
};
