// Makes calls of the api that a test puts in, and writes what came of each as a line of JSON.
exports.HANDLER = async (event, api) => {
  const tell = (what) => console.log(JSON.stringify(what));

  const call = async (method) => {
    let value;
    try {
      value = method();
    } catch (error) {
      tell({ threw: error.name, message: error.message });
      return;
    }
    if (value === api) tell({ gave: 'api' });
    else if (!(value instanceof Promise)) tell({ gave: typeof value, value });
    else {
      await value.then(
        (settled) => tell({ gave: 'promise', value: settled }),
        (error) => tell({ rejected: error.name, message: error.message }),
      );
    }
  };

  CALLS
};
