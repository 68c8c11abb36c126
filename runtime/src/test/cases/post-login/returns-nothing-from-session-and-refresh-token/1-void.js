// semantics 12, 73: these give undefined, and awaiting them is harmless
exports.onExecutePostLogin = async (event, api) => {
  const answers = [
    await api.session.setMetadata('a', 'b'),
    await api.session.deleteMetadata('a'),
    await api.session.evictMetadata(),
    await api.session.setCookieMode('persistent'),
    await api.session.setExpiresAt(1767312000000),
    await api.session.setIdleExpiresAt(1767312000000),
    await api.refreshToken.setMetadata('a', 'b'),
    await api.refreshToken.deleteMetadata('a'),
    await api.refreshToken.evictMetadata(),
    await api.refreshToken.setExpiresAt(1767312000000),
    await api.refreshToken.setIdleExpiresAt(1767312000000),
    await api.prompt.render('ap_terms'),
    await api.session.revoke('the end'),
  ];
  api.user.setAppMetadata('types', [...new Set(answers.map((answer) => typeof answer))]);
};

exports.onContinuePostLogin = async () => {};
