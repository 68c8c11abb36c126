const { v1, v3, v4, v5, v6, v7, parse, stringify, validate, version, NIL } = require('uuid');

exports.run = async () => {
  const random = v4();
  const failure = (() => {
    try {
      return parse('no uuid');
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  })();
  return {
    named: [v3('acme.example', v3.DNS), v5('https://acme.example/', v5.URL)],
    fixed: v4({ random: Uint8Array.from({ length: 16 }, (_, i) => i) }),
    time: v1({ node: [1, 2, 3, 4, 5, 6], clockseq: 0x1234, msecs: 1_700_000_000_000, nsecs: 0 }),
    random: [validate(random), version(random), random !== v4()],
    versions: [version(v1()), v6 && version(v6()), v7 && version(v7())],
    parsed: [...parse(NIL)],
    stringified: stringify(parse('9c858901-8a57-4791-81fe-4c455b099bc9')),
    invalid: [validate('no uuid'), failure],
  };
};
