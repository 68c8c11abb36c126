// attack: 10 strings too long
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const attempts = [
    () => new Array(2 ** 32 - 1).join(),
    () => 'a'.padEnd(2 ** 31),
    () => 'a'.repeat(2 ** 31),
    () => {
      let text = 'ab';
      for (;;) text += text;
    },
    () => String.raw({ raw: { length: 2 ** 31 } }, ...new Array(10)).length,
  ].slice(0, 4);
  for (const attempt of attempts) {
    try {
      attempt();
      throw new Error('went through');
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
};
