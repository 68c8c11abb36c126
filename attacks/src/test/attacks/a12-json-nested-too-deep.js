// attack: 12 json nested too deep
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  let nested = {};
  for (let i = 0; i < 100000; i++) nested = { nested };
  for (const attempt of [() => JSON.stringify(nested), () => JSON.parse('['.repeat(1000000))]) {
    try {
      attempt();
      throw new Error('went through');
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
};
