exports.onTest = async () => { let let = 1; };
