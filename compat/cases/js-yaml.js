const yaml = require('js-yaml');

const TEXT = `
tenant: acme
rules: &rules
  - name: first
    enabled: yes
  - {name: second, ratio: 0.5, at: 2024-01-02T03:04:05Z}
copy: *rules
text: |
  one
  two
folded: >-
  one
  two
bytes: !!binary SGVsbG8=
nothing: ~
`;

exports.run = async () => {
  const loaded = yaml.load(TEXT);
  const failure = (() => {
    try {
      return yaml.load('a: [1, 2\nb: }');
    } catch (error) {
      return { name: error.name, reason: error.reason, line: error.mark.line };
    }
  })();
  return {
    loaded: { ...loaded, bytes: Buffer.from(loaded.bytes).toString() },
    isDate: loaded.rules[1].at instanceof Date,
    isShared: loaded.copy === loaded.rules,
    dumped: yaml.dump({ b: [1, 'two: three', null, true], a: { text: 'x\ny\n', date: new Date(0) } }, { sortKeys: true }),
    all: yaml.loadAll('a: 1\n---\nb: 2\n'),
    failure,
  };
};
