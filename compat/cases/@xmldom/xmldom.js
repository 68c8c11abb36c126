const { DOMParser, XMLSerializer } = require('@xmldom/xmldom');

const XML = `<?xml version="1.0"?>
<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1">
  <saml:Subject><saml:NameID Format="email">ann@acme.example</saml:NameID></saml:Subject>
  <saml:Attribute Name="role"><![CDATA[a < b]]></saml:Attribute><!-- a remark -->
</saml:Assertion>`;

exports.run = async () => {
  const problems = [];
  const parser = (handler) => new DOMParser({ errorHandler: handler });
  const tell = (level) => (message) => problems.push(`${level} ${message.split('\n')[0]}`);
  const document = parser().parseFromString(XML, 'text/xml');
  const nameId = document.getElementsByTagNameNS('urn:oasis:names:tc:SAML:2.0:assertion', 'NameID')[0];
  const attribute = document.getElementsByTagName('saml:Attribute')[0];
  const added = document.createElement('extra');
  added.setAttribute('quoted', '<"&>');
  added.appendChild(document.createTextNode('1 < 2 & 3'));
  document.documentElement.appendChild(added);
  parser({ warning: tell('warning'), error: tell('error'), fatalError: tell('fatal') }).parseFromString('<a b=c><d></a>', 'text/xml');
  return {
    id: document.documentElement.getAttribute('ID'),
    name: [nameId.textContent, nameId.localName, nameId.prefix, nameId.getAttribute('Format')],
    attribute: [attribute.getAttribute('Name'), attribute.textContent],
    serialized: new XMLSerializer().serializeToString(document),
    children: Array.from(document.documentElement.childNodes).map((node) => node.nodeType),
    problems,
  };
};
