const AWS = require('aws-sdk');

exports.run = async (base) => {
  const config = { region: 'eu-west-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', maxRetries: 0 };
  const sns = new AWS.SNS({ ...config, endpoint: base });
  const published = await sns
    .publish({
      TopicArn: 'arn:aws:sns:eu-west-1:123456789012:logins',
      Message: 'Ann logged in',
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'login' } },
    })
    .promise();
  let failure;
  try {
    await sns.publish({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:none', Message: 'x' }).promise();
  } catch ({ name, code, message, statusCode, retryable }) {
    failure = { name, code, message, statusCode, retryable };
  }
  let invalid;
  try {
    await sns.publish({ TopicArn: 'a' }).promise();
  } catch ({ name, code, message }) {
    invalid = { name, code, message };
  }
  const url = new AWS.S3({ ...config, signatureVersion: 'v4' }).getSignedUrl('getObject', { Bucket: 'b', Key: 'a b', Expires: 60 });
  return {
    published,
    failure,
    invalid,
    signed: new URL(url).host,
    marshalled: AWS.DynamoDB.Converter.marshall({ id: 'a', n: 1, list: [true, null] }),
  };
};
