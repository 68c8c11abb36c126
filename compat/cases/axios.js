const axios = require('axios');

const failure = async (work) => {
  try {
    await work();
    return 'passes';
  } catch (error) {
    return {
      name: error.name,
      message: error.message,
      code: error.code,
      isAxiosError: axios.isAxiosError(error),
      status: error.response?.status,
      data: error.response?.data,
    };
  }
};

exports.run = async (base) => {
  const api = axios.create({ baseURL: base, timeout: 10_000, headers: { 'X-Acme': 'yes' } });
  const seen = [];
  api.interceptors.request.use((config) => {
    config.headers.set('X-Acme-Step', 'request');
    return config;
  });
  api.interceptors.response.use((response) => {
    seen.push(response.status);
    return response;
  });
  const get = await api.get('/echo', { params: { a: 1, list: [1, 2], text: 'ä b' } });
  const post = await api.post('/echo', { name: 'Ann', roles: ['admin'] });
  const form = await api.post('/echo', new URLSearchParams({ grant_type: 'client_credentials', scope: 'a b' }));
  const put = await api.put('/echo', 'plain', { headers: { 'Content-Type': 'text/plain' } });
  const gone = await api.delete('/echo', { auth: { username: 'user', password: 'pass' } });
  const zipped = await api.get('/gzip');
  const text = await api.get('/text');
  const bytes = await api.get('/text', { responseType: 'arraybuffer' });
  const redirected = await api.get('/redirect');
  const accepted = await api.get('/teapot', { validateStatus: () => true });
  return {
    get: get.data,
    contentType: get.headers['content-type'],
    post: post.data,
    form: form.data,
    put: put.data,
    gone: gone.data,
    zipped: zipped.data.path,
    text: text.data,
    bytes: [Buffer.isBuffer(bytes.data), Buffer.from(bytes.data).toString('base64')],
    redirected: [redirected.status, redirected.data.query],
    accepted: [accepted.status, accepted.statusText, accepted.data],
    notFound: await failure(() => api.get('/nothing')),
    teapot: await failure(() => api.post('/teapot', {})),
    timeout: await failure(() => api.get('/slow', { timeout: 100 })),
    aborted: await failure(() => {
      const controller = new AbortController();
      const request = api.get('/slow', { signal: controller.signal });
      controller.abort();
      return request;
    }),
    noRedirects: await failure(() => api.get('/redirect', { maxRedirects: 0 })),
    all: (await Promise.all([1, 2, 3].map((n) => api.get(`/echo?n=${n}`)))).map(({ data }) => data.query),
    uri: axios.getUri({ url: '/a', params: { q: 'x y', d: [1] } }),
    seen,
  };
};
