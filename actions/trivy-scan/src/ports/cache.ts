/** The toolkit's cache and its client are a megabyte: loaded only where the runner offers a cache. */
export async function restoreFromCache(folder: string, key: string): Promise<boolean> {
  const { restoreCache } = await import('@actions/cache');
  return (await restoreCache([folder], key)) !== undefined;
}

export async function saveToCache(folder: string, key: string): Promise<void> {
  const { saveCache } = await import('@actions/cache');
  await saveCache([folder], key);
}

/** Any answer below 500 will do, also that the request has no token. */
export async function cacheAnswers(address: string, timeoutMs: number): Promise<boolean> {
  try {
    const response = await fetch(address, { method: 'POST', signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}
