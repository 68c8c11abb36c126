// attack: 69 numbers that are another after a pause
// expect: completed
// scenario: answered
const numbers = [2 ** 53 + 2, 1e308, -0, 0.1 + 0.2, 1e21, 5e-324, 123456789012345680000, 2 ** 31, 1.0, 4294967296.5];
exports.onExecutePostLogin = async (event, api) => {
  numbers.forEach((number, i) => api.transaction.setMetadata('n' + i, Number.isSafeInteger(number) || Math.abs(number) < 2 ** 53 ? number : String(number)));
  api.user.setAppMetadata('numbers', numbers);
  api.redirect.sendUserTo('https://app.example/');
};
exports.onContinuePostLogin = async (event, api) => {
  numbers.forEach((number, i) => {
    const kept = Number(event.transaction.metadata['n' + i]);
    if (kept !== number) throw new Error(number + ' became ' + kept);
    if (event.user.app_metadata.numbers[i] !== number) throw new Error(number + ' became ' + event.user.app_metadata.numbers[i]);
  });
};
