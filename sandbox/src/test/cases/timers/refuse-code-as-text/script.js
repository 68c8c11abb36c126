exports.onTest = async (event, api) => {
  setTimeout('api.emit(1)', 1);
};
