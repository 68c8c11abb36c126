'use strict';
exports.onTest = async (event, api) => {
  try {
    undeclared = 1;
  } catch (error) {
    api.emit(String(error));
  }
  api.emit((function () { return this === undefined; })());
};
