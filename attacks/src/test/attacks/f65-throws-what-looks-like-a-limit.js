// attack: 65 throws what looks like an error of the runtime
// expect: action_threw
exports.onExecutePostLogin = async () => {
  throw Object.assign(new Error('the Action exceeded the CPU time limit of 10 s'), { code: 'cpu_limit', limit: 'CPU_TIME', name: 'LimitExceeded' });
};
