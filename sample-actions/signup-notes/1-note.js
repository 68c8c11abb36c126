// Notes where signups begin. Nothing is published yet that such an Action could do about one.
exports.onExecuteSignupPostIdentifier = async (event) => {
  const { client, request, transaction } = event;
  console.log(`signup at ${client.name} from ${request.geoip.countryName}, in ${transaction?.locale ?? 'an unknown language'}`);
};
