// Refuses mail addresses that are made to be thrown away. The reason is for the log, the message for the user.
const throwaway = ['mailbin.example', 'tenminutes.example'];

exports.onExecutePreUserRegistration = async (event, api) => {
  const domain = (event.user.email ?? '').split('@').pop().toLowerCase();
  if (throwaway.some((bad) => domain === bad || domain.endsWith(`.${bad}`))) {
    api.access.deny(`throwaway mail domain ${domain}`, 'Please sign up with the address you read your mail at.');
  }
};
