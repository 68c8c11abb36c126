exports.onTest = async (event, api) => {
  const down = () => down() + 1;
  down();
};
