exports.onTest = async (event) => event.missing.part;
