/** A file for an archive. Paths are relative, with `/`; `mode` is 0o644 where it says nothing. */
export interface ArchiveFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode?: number;
}

const BLOCK = 512;

/**
 * Packs files into a tar archive, POSIX.1-2001 (pax) with ustar headers; the same files give the same bytes. Owner and
 * time are left 0: whoever unpacks owns the files.
 * @throws RangeError for a path that would leave the folder it is unpacked in.
 */
export function packTar(files: readonly ArchiveFile[]): Uint8Array {
  const parts = files.flatMap(({ path, content, mode = 0o644 }) => {
    checkPath(path);
    const name = Buffer.from(path);
    const long = name.length > 100 ? entry({ name: Buffer.from('pax'), mode: 0o644, type: 'x' }, paxPath(path)) : [];
    return [...long, ...entry({ name: name.subarray(0, 100), mode, type: '0' }, content)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

function checkPath(path: string): void {
  const parts = path.split('/');
  if (
    path.startsWith('/') ||
    path.includes('\0') ||
    parts.some((part) => part === '' || part === '.' || part === '..')
  ) {
    throw new RangeError(`"${path}" is no path inside a folder`);
  }
}

interface Entry {
  readonly name: Buffer;
  readonly mode: number;
  /** `0` is a file, `x` extended attributes of the next entry. */
  readonly type: '0' | 'x';
}

function entry(about: Entry, content: Uint8Array): readonly Uint8Array[] {
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
  return [header(about, content.length), content, padding];
}

function header({ name, mode, type }: Entry, size: number): Uint8Array {
  const bytes = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number): number =>
    bytes.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at);
  name.copy(bytes, 0);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  bytes.write(' '.repeat(8), 148);
  bytes.write(type, 156);
  bytes.write('ustar\x0000', 257);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** A pax record begins with its own length in bytes, the digits of that length included. */
function paxPath(path: string): Uint8Array {
  const body = ` path=${path}\n`;
  const bytes = Buffer.byteLength(body);
  const length = [1, 2, 3, 4, 5]
    .map((digits) => bytes + digits)
    .find((total, index) => String(total).length === index + 1);
  return Buffer.from(`${length}${body}`);
}
