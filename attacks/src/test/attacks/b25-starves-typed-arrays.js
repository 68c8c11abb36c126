// attack: 25 runs out of stack while the engine gets ready for typed arrays
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Float64Array([1, 2]).toReversed()[0] + new DataView(new ArrayBuffer(8)).getFloat32(0) + new Float16Array(1)[0];
