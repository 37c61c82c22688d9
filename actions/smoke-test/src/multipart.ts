import type { Part } from './check.ts';
import { fileType } from './request.ts';
import { expandText, type Scope } from './template.ts';

/** A multipart/form-data body (RFC 7578) and its content type. */
export function buildMultipart(
  parts: ReadonlyMap<string, Part>,
  scope: Scope,
  files: ReadonlyMap<string, Buffer>,
): readonly [Uint8Array, string] {
  const filled = [...parts].map(([name, part]) => ({
    head: headOf(name, part),
    content: contentOf(part, scope, files),
  }));
  const boundary = freeBoundary(filled.map(({ content }) => content));
  const chunks = filled.flatMap(({ head, content }) => [
    Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
  const body = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
  return [body, `multipart/form-data; boundary=${boundary}`];
}

function headOf(name: string, part: Part): string {
  const disposition = `Content-Disposition: form-data; name="${escapeName(name)}"`;
  if ('text' in part) return disposition;
  const file = escapeName(part.path.slice(part.path.lastIndexOf('/') + 1));
  return `${disposition}; filename="${file}"\r\nContent-Type: ${part.type ?? fileType(part.path)}`;
}

function contentOf(part: Part, scope: Scope, files: ReadonlyMap<string, Buffer>): Buffer {
  return 'text' in part ? Buffer.from(expandText(part.text, scope)) : (files.get(part.path) ?? Buffer.alloc(0));
}

/** A boundary that stands in none of the parts. */
function freeBoundary(contents: readonly Buffer[]): string {
  for (let number = 1; ; number++) {
    const boundary = `smoke-test-part-${number}`;
    if (!contents.some((content) => content.includes(boundary))) return boundary;
  }
}

function escapeName(text: string): string {
  return text.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
}
