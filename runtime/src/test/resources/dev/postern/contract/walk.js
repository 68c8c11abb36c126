// Writes all that is on the api: the path of each function with its number of parameters, and whatever else there is.
exports.HANDLER = async (event, api) => {
  const walk = (path, value) => {
    if (typeof value === 'function') {
      console.log(`${path}/${value.length}`);
    } else if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
      console.log(`${path} is a ${typeof value} that should not be there`);
    } else {
      for (const key of Reflect.ownKeys(value)) walk(path === '' ? String(key) : `${path}.${String(key)}`, value[key]);
    }
  };
  walk('', api);
};
