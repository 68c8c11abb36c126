// attack: 56 asks a name with hundreds of addresses
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  try {
    await fetch('http://many.attack.example:1/', { signal: AbortSignal.timeout(300) });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
};
