exports.onTest = async (event, api) => {
  const emit = (...values) => api.emit(values);
  for (let i = 0; i < 2; i++) {
    try {
      require('./throws');
    } catch (error) {
      emit(error.message);
    }
  }
  try {
    require('./broken');
  } catch (error) {
    emit(error instanceof SyntaxError, error.name);
  }
  try {
    require('./broken.json');
  } catch (error) {
    emit(error instanceof SyntaxError, error.name);
  }
};
