// api.groups and api.roles: questions to the host, each answered by a promise
(function ({ call: callHost, fail, isSafeInteger, object, string, strings }) {
  const mostRoles = 100;
  const mostRoleNames = 50;
  const mostGroups = 100;
  const nameLength = 1024;

  function page(method, params, most) {
    const { take, from } = object(method, 'params', params, true) ?? {};
    if (take !== undefined && (!isSafeInteger(take) || take < 1 || take > most)) {
      fail(method, 'take must be a whole number from 1 to ' + most);
    }
    return { take: take ?? null, from: from === undefined ? null : string(method, 'from', from) };
  }

  function some(method, parameter, value, most) {
    const checked = strings(method, parameter, value, most, nameLength);
    if (checked.length === 0) fail(method, parameter + ' must not be empty');
    return checked;
  }

  return {
    groups: () => ({
      async getUserGroups(params) {
        return callHost('groups.getUserGroups', page('groups.getUserGroups', params, mostGroups));
      },
      async hasGroupMembership(groups) {
        const method = 'groups.hasGroupMembership';
        return callHost(method, some(method, 'groups', groups, mostGroups));
      },
    }),
    roles: () => ({
      async getUserEffectiveRoles(params) {
        return callHost('roles.getUserEffectiveRoles', page('roles.getUserEffectiveRoles', params, mostRoles));
      },
      async getUserEffectiveRolesByIds(ids) {
        const method = 'roles.getUserEffectiveRolesByIds';
        return callHost(method, some(method, 'ids', ids, mostRoles));
      },
      async getUserEffectiveRolesByNames(names) {
        const method = 'roles.getUserEffectiveRolesByNames';
        return callHost(method, some(method, 'names', names, mostRoleNames));
      },
    }),
  };
});
