exports.onTest = async () => {
  const a = ;
};
