// attack: 21 text that is encoded and decoded without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const text = 'é'.repeat(2 ** 20);
  for (;;) new TextDecoder().decode(new TextEncoder().encode(text));
};
