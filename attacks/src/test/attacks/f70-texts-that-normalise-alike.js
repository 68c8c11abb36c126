// attack: 70 names of metadata that are one once they are normalised
// expect: completed
// scenario: answered
const names = ['é', 'e\u0301', 'ﬁ', 'fi', 'Å', '\u212b', '😀', '\u200b', '', 'ẞ', 'ß', 'İ', 'i̇'];
exports.onExecutePostLogin = async (event, api) => {
  names.forEach((name, i) => {
    if (name !== '') api.user.setAppMetadata(name, i);
  });
  api.redirect.sendUserTo('https://app.example/', { query: { name: names.join('') } });
};
exports.onContinuePostLogin = async (event, api) => {
  names.forEach((name, i) => {
    if (name === '') return;
    if (event.user.app_metadata[name] !== i) throw new Error(JSON.stringify(name) + ' became ' + event.user.app_metadata[name]);
  });
};
