exports.onTest = async (event, api) => {
  let count = 0;
  await new Promise((resolve) => {
    const interval = setInterval(
      (word) => {
        api.emit(word + ++count);
        if (count === 3) {
          clearInterval(interval);
          resolve();
        }
      },
      1,
      'tick ',
    );
  });
};
