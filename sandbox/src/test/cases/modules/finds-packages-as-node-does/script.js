exports.onTest = async (event, api) => {
  const emit = (...values) => api.emit(values);
  emit(require('plain'), require('plain/sub'), require('plain/package.json').name);
  emit(require('@scope/pkg'), require('@scope/pkg/feature/one.js'), require('conditions'));
  emit(require('nested').inner, require('inner'), require('imports'));
  for (const name of ['@scope/pkg/private.js', '@scope/pkg/feature/no.js', '@scope/pkg/hidden/x.js', 'conditions/none', 'noentry']) {
    try {
      emit(require(name));
    } catch (error) {
      emit(`${error.code}: ${error.message}`);
    }
  }
};
