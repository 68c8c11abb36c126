exports.onTest = async (event, api) => {
  return {
    then(resolve) {
      api.emit('asked');
      setTimeout(() => {
        api.emit('settled');
        resolve();
      }, 1);
    },
  };
};
