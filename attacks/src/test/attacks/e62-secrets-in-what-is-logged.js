// attack: 62 logs its secret in every form a console has
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const { TOKEN } = event.secrets;
  console.log(TOKEN);
  console.log('%s|%j|%o', TOKEN, { TOKEN }, [TOKEN]);
  console.error(new Error(TOKEN), new Map([[TOKEN, TOKEN]]), { [TOKEN]: 1 }, event);
  console.log('x'.repeat(240) + TOKEN);
  console.log(TOKEN.slice(0, 10) + TOKEN.slice(10));
};
