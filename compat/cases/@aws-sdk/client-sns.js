const { SNSClient, PublishCommand, SNSServiceException } = require('@aws-sdk/client-sns');

exports.run = async (base) => {
  const client = new SNSClient({
    region: 'eu-west-1',
    endpoint: base,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  const { $metadata, ...published } = await client.send(
    new PublishCommand({
      TopicArn: 'arn:aws:sns:eu-west-1:123456789012:logins',
      Message: 'Ann logged in',
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'login' } },
    }),
  );
  let failure;
  try {
    await client.send(new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:none', Message: 'x' }));
  } catch (error) {
    const { name, message, $fault, $metadata: metadata } = error;
    failure = { name, message, $fault, status: metadata?.httpStatusCode, isServiceException: error instanceof SNSServiceException };
  }
  return { published, status: $metadata.httpStatusCode, attempts: $metadata.attempts, failure };
};
