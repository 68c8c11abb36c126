// attack: 25 api calls with no stack left, which apply wholly or not at all
// expect: completed
// scenario: with-another-action
exports.onExecutePostLogin = async (event, api) => {
  let applied = 0;
  const down = () => {
    try {
      down();
    } catch (error) {
      try {
        api.user.setAppMetadata('mark', 'own');
        applied++;
      } catch {
        // no stack left here
      }
      throw error;
    }
  };
  try {
    down();
  } catch {
    // as expected
  }
  api.user.setAppMetadata('mark', 'own');
};
