// attack: 15 timers whose delay is no time
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  for (const delay of [NaN, -1, Infinity, -Infinity, 2 ** 31, 2 ** 53, 1e308, '5', null, {}, [], '0x10', -0]) {
    clearTimeout(setTimeout(() => {}, delay));
  }
  await new Promise((resolve) => setTimeout(resolve, -5));
  await new Promise((resolve) => setTimeout(resolve, NaN));
};
