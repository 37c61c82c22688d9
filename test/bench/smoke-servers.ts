/** Answers `/step/N` with the number of the next step, and `/last` with when it was asked last before. Prints its port. */
export const stepServer = `
let last = 0;
const server = require('node:http').createServer((request, response) => {
  if (request.url === '/last') return response.end(String(last));
  last = Date.now();
  const next = Number(request.url.split('/').pop()) + 1;
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, next }));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/** Answers with 300 MiB, as fast as they are read. Prints its port. */
export const hugeServer = `
const chunk = Buffer.alloc(1048576, 'x');
const server = require('node:http').createServer(async (request, response) => {
  for (let sent = 0; sent < 300; sent++) if (!response.write(chunk)) await require('node:events').once(response, 'drain');
  response.end();
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;
