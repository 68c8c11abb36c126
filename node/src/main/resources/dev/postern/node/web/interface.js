// What the Web's classes have that those of the language have not.

/** Gives a class its tag, and makes its members enumerable. */
exports.tag = function tag(Class, name) {
  for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(Class.prototype))) {
    if (key !== 'constructor') Object.defineProperty(Class.prototype, key, { ...property, enumerable: true });
  }
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: name, configurable: true });
};

/** Has the console show an object of the class as its name and these members. */
exports.shownAs = function shownAs(Class, name, members) {
  Object.defineProperty(Class.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    configurable: true,
    writable: true,
    value(depth, options, inspect) {
      return `${name} ${inspect(members(this), options)}`;
    },
  });
};
