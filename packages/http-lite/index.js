// Plain JavaScript, because it is installed into node_modules in the place of @actions/http-client.

const RETRIES = 3;

/** Holds the bearer token of a request, as `@actions/http-client/lib/auth` does. */
export class BearerCredentialHandler {
  /** @param {string} token */
  constructor(token) {
    this.token = token;
  }
}

/**
 * The one part of `@actions/http-client` that `@actions/core` uses: a JSON GET for its OIDC token, over the built-in
 * fetch. Repeats it on 5xx and on network errors, since a token request is idempotent.
 */
export class HttpClient {
  #headers;

  /**
   * @param {string} agent
   * @param {BearerCredentialHandler[]} handlers
   */
  constructor(agent, handlers = []) {
    const [handler] = handlers;
    this.#headers = {
      accept: 'application/json',
      'user-agent': agent,
      ...(handler ? { authorization: `Bearer ${handler.token}` } : {}),
    };
  }

  /** @param {string} url */
  async getJson(url) {
    const response = await fetchWithRetries(url, this.#headers, RETRIES);
    if (!response.ok) throw Object.assign(new Error(await response.text()), { statusCode: response.status });
    return { statusCode: response.status, result: await response.json(), headers: {} };
  }
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {number} retries
 * @returns {Promise<Response>}
 */
async function fetchWithRetries(url, headers, retries) {
  try {
    const response = await fetch(url, { headers });
    if (response.status < 500 || retries === 0) return response;
  } catch (error) {
    if (retries === 0) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return fetchWithRetries(url, headers, retries - 1);
}
