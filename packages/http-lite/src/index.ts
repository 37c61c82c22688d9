/** Adds the bearer token to a request, as `@actions/http-client/lib/auth` does. */
export class BearerCredentialHandler {
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }
}

/**
 * The one part of `@actions/http-client` that `@actions/core` uses: a JSON GET for its OIDC token, over the built-in
 * fetch. Retries three times on 5xx and on network errors, since a token request is idempotent.
 */
export class HttpClient {
  readonly #agent: string;
  readonly #token: string | undefined;

  constructor(agent: string, handlers: readonly BearerCredentialHandler[] = []) {
    this.#agent = agent;
    this.#token = handlers[0]?.token;
  }

  async getJson(url: string): Promise<{ statusCode: number; result: unknown; headers: object }> {
    const headers = {
      accept: 'application/json',
      'user-agent': this.#agent,
      ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
    };
    const response = await fetchWithRetries(url, headers, 3);
    if (!response.ok) throw Object.assign(new Error(await response.text()), { statusCode: response.status });
    return { statusCode: response.status, result: await response.json(), headers: {} };
  }
}

async function fetchWithRetries(url: string, headers: Record<string, string>, retries: number): Promise<Response> {
  try {
    const response = await fetch(url, { headers });
    if (response.status < 500 || retries === 0) return response;
  } catch (error) {
    if (retries === 0) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return fetchWithRetries(url, headers, retries - 1);
}
