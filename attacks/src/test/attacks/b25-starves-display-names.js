// attack: 25 runs out of stack while the engine gets ready for display names
// expect: completed
// first: true
// scenario: starves-what-it-uses
const use = (api) => new Intl.DisplayNames('en', { type: 'region' }).of('IT') + new Intl.Locale('it').maximize();
