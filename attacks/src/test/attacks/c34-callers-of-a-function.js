// attack: 34 callers of a function
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  function probe() {
    for (const look of [() => probe.caller, () => probe.arguments, () => arguments.callee.caller]) {
      let found;
      try {
        found = look();
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
      if (found !== undefined && found !== null && !Object.prototype.toString.call(found).includes('Arguments')) throw new Error(String(found));
    }
  }
  probe();
  console.log({ get a() { probe(); return 1; } });
  setTimeout(probe, { valueOf: () => (probe(), 1) });
  await new Promise((resolve) => setTimeout(resolve, 5));
};
