/** A message of the action without what differs from run to run: times, names and addresses of containers, digests. */
export function stable(message: string | undefined, app: string): string | undefined {
  return message
    ?.replaceAll(app, 'APP')
    .replace(/\b(in|for) (?:\d+ h )?(?:\d+ min )?[\d.]+ m?s\b/g, '$1 TIME')
    .replace(/\bAPP-(web|worker)-\d+\b/g, 'APP-$1-N')
    .replace(/http:\/\/[\d.]+:8080\//g, 'http://CONTAINER:8080/')
    .replace(/sha256:[0-9a-f]{64}/g, 'DIGEST')
    .replace(/"time":"[^"]*"/g, '"time":"TIME"');
}
