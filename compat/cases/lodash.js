const _ = require('lodash');
const get = require('lodash/get');
const { groupBy, flow } = require('lodash/fp');

exports.run = async () => {
  const users = [
    { id: 1, name: 'Ann', tags: ['a', 'b'], address: { city: 'Bonn' } },
    { id: 2, name: 'Bob', tags: ['b'], address: { city: 'Rome' } },
    { id: 3, name: 'Cid', tags: [], address: { city: 'Bonn' } },
  ];
  const copy = _.cloneDeep(users);
  _.set(copy, '[0].address.city', 'Oslo');
  const debounced = await new Promise((resolve) => {
    let calls = 0;
    const call = _.debounce(() => resolve(++calls), 5);
    call();
    call();
  });
  return {
    byCity: _.mapValues(_.groupBy(users, 'address.city'), (group) => _.map(group, 'name')),
    picked: _.pick(users[0], ['id', 'address.city']),
    got: [get(users, '[1].tags[0]'), get(users, 'x.y', 'none')],
    copied: [copy[0].address.city, users[0].address.city],
    equal: _.isEqual(users, _.cloneDeep(users)),
    merged: _.merge({ a: [1, 2], b: { c: 1 } }, { a: [3], b: { d: 2 } }),
    cases: [_.camelCase('given name'), _.kebabCase('givenName'), _.startCase('given_name'), _.upperFirst('ann'), _.deburr('Ärger')],
    template: _.template('Hello <%- name %><% if (admin) { %>!<% } %>')({ name: '<Ann>', admin: true }),
    unique: _.uniq(_.flatMap(users, 'tags')),
    ordered: _.orderBy(users, ['address.city', 'id'], ['asc', 'desc']).map(({ id }) => id),
    chained: _(users).filter({ address: { city: 'Bonn' } }).map('id').sum(),
    flowed: flow(groupBy('address.city'), Object.keys)(users),
    types: [_.isPlainObject({}), _.isPlainObject(new Date(0)), _.isError(new TypeError('x')), _.isMap(new Map())],
    chunks: _.chunk([1, 2, 3], 2),
    memo: _.memoize((n) => n * 2)(21),
    debounced,
  };
};
