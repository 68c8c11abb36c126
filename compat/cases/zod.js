const { z } = require('zod');

const User = z
  .object({
    email: z.string().email(),
    age: z.coerce.number().int().min(18).optional(),
    roles: z.array(z.enum(['admin', 'user'])).default(['user']),
    profile: z.union([z.object({ kind: z.literal('a'), url: z.string().url() }), z.object({ kind: z.literal('b') })]),
    at: z.string().datetime().transform((text) => new Date(text).getTime()),
  })
  .strict()
  .refine((user) => user.email !== 'root@acme.example', { message: 'not root', path: ['email'] });

exports.run = async () => {
  const good = { email: 'ann@acme.example', age: '30', profile: { kind: 'a', url: 'https://acme.example' }, at: '2024-01-02T03:04:05Z' };
  const parsed = User.parse(good);
  const bad = User.safeParse({ email: 'no', age: 3, roles: ['x'], profile: { kind: 'c' }, at: 'now', more: 1 });
  const refined = User.safeParse({ ...good, email: 'root@acme.example' });
  let thrown;
  try {
    z.string().parse(1);
  } catch (error) {
    thrown = { name: error.name, message: error.message, isOurs: error instanceof z.ZodError };
  }
  const asynchronous = await z.string().refine(async (text) => text.length > 3, 'too short').safeParseAsync('abc');
  return {
    parsed,
    issues: bad.error.issues,
    flattened: bad.error.flatten(),
    refined: refined.error.issues,
    thrown,
    asynchronous: asynchronous.error.issues,
    shape: Object.keys(User.innerType().shape),
    record: z.record(z.string(), z.number()).safeParse({ a: 1, b: 'x' }).success,
  };
};
