// Asks for a second factor when the device is new or the place impossible; lets a familiar login through.
exports.onExecutePostLogin = async (event, api) => {
  const assessments = event.authentication?.riskAssessment?.assessments ?? {};
  const risky = ['NewDevice', 'ImpossibleTravel'].filter((name) => assessments[name]?.confidence === 'low');
  if (risky.length === 0) return;

  console.warn('risky login:', risky);
  const enrolled = (event.user.enrolledFactors ?? []).map((factor) => ({ type: factor.type }));
  if (enrolled.length > 0) {
    api.authentication.challengeWithAny(enrolled);
  } else {
    api.access.deny('This login looks unusual. Please contact support.');
  }
};
