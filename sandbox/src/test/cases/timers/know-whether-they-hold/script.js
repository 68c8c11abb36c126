exports.onTest = async (event, api) => {
  const timer = setTimeout(() => {}, 1);
  api.emit([timer.hasRef(), timer.unref().hasRef(), timer.ref().hasRef(), timer.refresh() === timer]);
  clearTimeout(timer);
  api.emit(timer.hasRef());
};
