// attack: 56 asks a name that leads elsewhere each time it is looked up
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const port = event.request.query.port;
  const asked = [];
  for (let i = 0; i < 6; i++) {
    asked.push(
      fetch(`http://rebinds.attack.example:${port}/`, { signal: AbortSignal.timeout(300) }).then(
        async (response) => ((await response.text()) === 'served' ? 'SENT' : 'another answer'),
        (error) => String(error),
      ),
    );
  }
  for (const answer of await Promise.all(asked)) if (answer.startsWith('SENT')) throw new Error(answer);
};
