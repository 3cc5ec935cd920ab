/** Replaces the credentials of Google's library, which would ask Google for a token. */
import { createRequire } from 'node:module';

const require = createRequire(createRequire(import.meta.url).resolve('@anthropic-ai/vertex-sdk'));
const { GoogleAuth } = require('google-auth-library');
GoogleAuth.prototype.getClient = async () => ({
  getAccessToken: async () => ({ token: 'none' }),
  getRequestHeaders: async () => new Headers({ authorization: 'Bearer none' }),
});
