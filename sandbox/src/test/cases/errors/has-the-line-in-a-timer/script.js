exports.onTest = async () => {
  await new Promise(() => {
    setTimeout(function tick() {
      throw new Error('in a timer');
    }, 1);
  });
};
