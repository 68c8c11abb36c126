const base64 = /^(?<head>[A-Za-z0-9_-]+)\.(?<body>.+)$/u;
exports.onTest = async (event, api) => {
  api.emit(event.user?.name ?? 'nobody');
  const { a, ...rest } = { a: 1, b: 2, c: [1, 2] };
  api.emit(rest);
  api.emit('a.b'.match(base64).groups.body);
  api.emit([3, 1, 2].toSorted().at(-1));
  api.emit(Object.groupBy([1, 2, 3], (n) => (n % 2 ? 'odd' : 'even')));
  api.emit([...new Set([1, 1, 2])].map((n) => n ** 2));
  api.emit(new Intl.NumberFormat('en-US').format(1234.5));
  api.emit((2n ** 64n).toString());
  label: for (;;) for (;;) break label;
  api.emit(`${[1, 2].includes(2)} ${'é'.normalize('NFD').length}`);
  api.emit(new Date(Date.UTC(2026, 0, 31)).toISOString());
  api.emit(eval('1 + 1'));
};
