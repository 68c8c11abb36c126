exports.onTest = async (event, api) => api.emit('ran'); // the end
