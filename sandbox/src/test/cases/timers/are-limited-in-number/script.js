exports.onTest = async (event, api) => {
  for (let i = 0; i < 10000; i++) setTimeout(() => {}, 1000);
  try {
    setTimeout(() => {}, 1);
  } catch (error) {
    api.emit(String(error));
  }
};
