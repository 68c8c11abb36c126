// Tells the sales team of users whose company is a customer.
const customers = { 'acme.example': 'Acme', 'globex.example': 'Globex' };

exports.onExecutePostUserRegistration = async (event) => {
  const company = customers[event.user.email?.split('@')[1]];
  if (company) console.log(`${event.user.name} of ${company} has signed up`);
};
