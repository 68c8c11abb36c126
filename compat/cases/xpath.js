const xpath = require('xpath');
const { DOMParser } = require('@xmldom/xmldom');

const XML = `<users xmlns:a="urn:acme"><user id="1" a:kind="x"><name>Ann</name><age>30</age></user>
<user id="2"><name>Bob</name><age>41</age></user></users>`;

exports.run = async () => {
  const document = new DOMParser().parseFromString(XML, 'text/xml');
  const select = xpath.useNamespaces({ acme: 'urn:acme' });
  const failure = (() => {
    try {
      return xpath.select('//[', document);
    } catch (error) {
      return error.name;
    }
  })();
  return {
    names: xpath.select('//user/name/text()', document).map((node) => node.data),
    one: xpath.select1("//user[name='Bob']/@id", document).value,
    count: xpath.select('count(//user)', document),
    sum: xpath.select('sum(//age)', document),
    text: xpath.select("concat(string(//user[1]/name), '-', normalize-space('  x  y '))", document),
    isTrue: xpath.select('boolean(//user[@id=2])', document),
    namespaced: select('//user/@acme:kind', document).map((attribute) => attribute.value),
    withVariable: xpath.parse('//user[age > $age]/name').evaluateString({ node: document, variables: { age: 35 } }),
    axes: xpath.select('//name[following-sibling::age > 40]/parent::user/@id', document)[0].value,
    failure,
  };
};
