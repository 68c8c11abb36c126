// The methods of api.authentication that say who the user is, and how that was shown
(function ({ boolean, call: callHost, fail, keys, name, object, oneOf, put, string }) {
  const userIdLength = 128;
  const actorLevels = 5;
  const actorSubLength = 512;
  const actorProperties = 5;
  const actorTextLength = 64;
  const profileBooleans = ['email_verified', 'phone_verified', 'verify_email'];
  const profileStrings = [
    'user_id',
    'email',
    'family_name',
    'given_name',
    'name',
    'nickname',
    'phone_number',
    'picture',
    'username',
  ];

  function profile(method, attributes) {
    object(method, 'user_attributes', attributes, false);
    const checked = { __proto__: null };
    for (let i = 0; i < profileStrings.length; i++) {
      const value = attributes[profileStrings[i]];
      if (value !== undefined) checked[profileStrings[i]] = string(method, 'user_attributes.' + profileStrings[i], value);
    }
    name(method, 'user_attributes.user_id', checked.user_id);
    for (let i = 0; i < profileBooleans.length; i++) {
      const value = attributes[profileBooleans[i]];
      if (value !== undefined) checked[profileBooleans[i]] = boolean(method, 'user_attributes.' + profileBooleans[i], value);
    }
    return checked;
  }

  /** One party of the chain, with the next one in act. */
  function actor(method, value, level) {
    if (level > actorLevels) fail(method, 'the chain of actors must have at most ' + actorLevels + ' levels');
    object(method, 'an actor', value, false);
    const checked = { __proto__: null, sub: name(method, 'sub', value.sub, actorSubLength) };
    const names = keys(value);
    let properties = 0;
    for (let i = 0; i < names.length; i++) {
      const key = names[i];
      const property = value[key];
      if (key === 'sub' || property === undefined) continue;
      if (key === 'act') {
        checked.act = actor(method, property, level + 1);
        continue;
      }
      if (++properties > actorProperties) {
        fail(method, 'an actor must have at most ' + actorProperties + ' properties of its own');
      }
      name(method, 'the name of an actor\'s property', key, actorTextLength);
      if (typeof property === 'string') string(method, 'the property ' + key, property, actorTextLength);
      else if (typeof property !== 'boolean' && (typeof property !== 'number' || property - property !== 0)) {
        fail(method, 'the property ' + key + ' must be a string, a finite number or a boolean');
      }
      put(checked, key, property);
    }
    return checked;
  }

  return {
    recordMethod: (call) =>
      function recordMethod(providerUrl) {
        const method = 'authentication.recordMethod';
        callHost('checkUrl', name(method, 'provider_url', providerUrl));
        call.command(method, providerUrl);
        return call.api;
      },

    setPrimaryUser: (call) =>
      function setPrimaryUser(primaryUserId) {
        const method = 'authentication.setPrimaryUser';
        name(method, 'primary_user_id', primaryUserId, userIdLength);
        if (call.settings.primaryUserSet) fail(method, 'the primary user was already set in this transaction');
        call.settings.primaryUserSet = true;
        call.command(method, primaryUserId);
      },

    exchange: (call) => ({
      setUserById(userId) {
        const method = 'authentication.setUserById';
        call.command(method, name(method, 'user_id', userId));
      },
      setUserByConnection(connectionName, userAttributes, options) {
        const method = 'authentication.setUserByConnection';
        name(method, 'connection_name', connectionName);
        const attributes = profile(method, userAttributes);
        const { creationBehavior, updateBehavior } = object(method, 'options', options, false);
        call.command(method, connectionName, attributes, {
          creationBehavior: oneOf(method, 'creationBehavior', creationBehavior, ['create_if_not_exists', 'none']),
          updateBehavior: oneOf(method, 'updateBehavior', updateBehavior, ['none', 'replace']),
        });
      },
      setOrganization(organization) {
        const method = 'authentication.setOrganization';
        call.command(method, name(method, 'organization_id_or_name', organization));
      },
      setActor(value) {
        const method = 'authentication.setActor';
        call.command(method, actor(method, value, 1));
      },
    }),
  };
});
