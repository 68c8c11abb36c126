exports.onTest = async () => {
  console.count();
  console.count('a');
  console.count();
  console.countReset();
  console.count();
  console.timeEnd('never');
  console.time('t');
  console.table([{ a: 1 }, { a: 2 }]);
  console.table(5);
  console.groupCollapsed('g');
  console.dirxml('inner');
  console.groupEnd();
};
