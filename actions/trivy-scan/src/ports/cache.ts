/** The toolkit's cache and its client are a megabyte: loaded only where the runner offers a cache. */
export async function restoreFromCache(folder: string, key: string): Promise<boolean> {
  const { restoreCache } = await import('@actions/cache');
  return (await restoreCache([folder], key)) !== undefined;
}

export async function saveToCache(folder: string, key: string): Promise<void> {
  const { saveCache } = await import('@actions/cache');
  await saveCache([folder], key);
}
