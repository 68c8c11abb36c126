// attack: 25 runs out of stack while the engine gets ready for classes
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new (class { #a = 1; static { this.b = 2; } accessor = 3; get a() { return this.#a; } })().a;
