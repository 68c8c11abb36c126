// attack: 42 makes formats for every locale and time zone
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const zones = Intl.supportedValuesOf('timeZone');
  for (let i = 0; ; i++) new Intl.DateTimeFormat(['en', 'de', 'ja', 'ar', 'hi'][i % 5], { timeZone: zones[i % zones.length], dateStyle: 'full', timeStyle: 'full' }).formatToParts(i);
};
