import type { Socket } from 'node:net';
import { decodePart } from '@suite/http';
import type { DatabaseAnswer } from '../judge-connection.ts';
import { readReply } from '../redis-reply.ts';

/** Logs in where the URL has a password, and asks PING. */
export async function pingRedis(socket: Socket, url: URL): Promise<DatabaseAnswer> {
  const password = decodePart(url.password);
  const user = decodePart(url.username);
  if (password !== '') {
    const login = await command(socket, ['AUTH', ...(user === '' ? [] : [user]), password]);
    if (login !== '+OK') return readReply(login, true);
  }
  return readReply(await command(socket, ['PING']), password !== '');
}

/** Asks PING without credentials; undefined where it is no Redis that answers. */
export async function greetRedis(socket: Socket): Promise<DatabaseAnswer | undefined> {
  const line = await command(socket, ['PING']);
  return line === '+PONG' || line.startsWith('-') ? readReply(line, false) : undefined;
}

/** Sends one command and gives the first line of its reply. */
function command(socket: Socket, words: readonly string[]): Promise<string> {
  const text = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('');
  socket.write(`*${words.length}\r\n${text}`);
  return new Promise((resolve, reject) => {
    let reply = '';
    const take = (chunk: Buffer): void => {
      reply += chunk.toString('utf8');
      const end = reply.indexOf('\r\n');
      if (end < 0 && reply.length < 4_096) return;
      socket.off('data', take).off('close', closed);
      resolve(reply.slice(0, end < 0 ? undefined : end));
    };
    const closed = (): void => reject(new Error('socket hang up'));
    socket.on('data', take).once('close', closed);
  });
}
