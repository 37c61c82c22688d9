import { type ArchiveFile, shellQuote } from '@suite/ssh';
import { packOnce } from '../archive.ts';
import type { Payload, Step } from '../step.ts';

/** One archive as a payload, and the shell line that checks and unpacks it into a folder. */
interface Packed {
  readonly payload: Payload;
  readonly unpackInto: (folder: string) => string;
}

function pack(name: string, files: readonly ArchiveFile[], zstd: boolean): Packed {
  const { content, hash } = packOnce(files, zstd);
  const file = `${name}.${zstd ? 'tar.zst' : 'tar.gz'}`;
  const expand = zstd ? `zstd -dcq ${file}` : `gzip -dc ${file}`;
  return {
    payload: { name: file, content },
    unpackInto: (
      folder,
    ) => `printf '%s  %s\\n' ${hash} ${file} | sha256sum -c - >/dev/null || die 'the upload is damaged'
${expand} | tar -x -p -C ${folder} -f - || die 'the upload could not be unpacked'`,
  };
}

/** What one host gets beside the files that all get. */
interface Upload {
  readonly zstd: boolean;
  readonly hmacKey: string;
  readonly compose: boolean;
  /** Files of this host alone. */
  readonly own?: readonly ArchiveFile[];
}

/** Puts the release's files into `releases/<id>`, whole or not at all; a release that is there already comes back. */
export function uploadStep(files: readonly ArchiveFile[], { own = [], ...options }: Upload): Step {
  const packed = pack('release', files, options.zstd);
  const ours = pack('own', own, options.zstd);
  const run = `. ./lib.sh
mkdir -p "$root/releases" "$root/shared" "$root/backups"
new=$root/releases/$release temporary=$root/releases/.tmp-$release was=$root/releases/.was-$release
[ -d "$new" ] || : >fresh
rm -rf "$temporary"
mkdir "$temporary"
${packed.unpackInto('"$temporary"')}
${ours.unpackInto('"$temporary"')}
[ -s "$root/.deploy/hmac" ] || { cat hmac >"$root/.deploy/hmac.new" && mv "$root/.deploy/hmac.new" "$root/.deploy/hmac"; }
[ ! -d "$new" ] || { rm -rf "$was" && mv "$new" "$was"; }
mv "$temporary" "$new"
${options.compose ? `compose "$release" config --hash '*' >"$new/.hashes" || die 'compose does not take the files'` : '[ -e "$new/shared" ] || ln -s ../../shared "$new/shared"'}`;
  const undo = `. ./lib.sh
new=$root/releases/$release was=$root/releases/.was-$release
rm -rf "$root/releases/.tmp-$release"
if [ -d "$was" ]; then rm -rf "$new" && mv "$was" "$new"
elif [ -e fresh ]; then rm -rf "$new"; fi`;
  return {
    id: 'upload',
    state: 'upload',
    title: `unpack ${files.length + own.length} files into releases`,
    kind: 'soft',
    limit: 300,
    run,
    undo,
    payloads: [packed.payload, ours.payload, { name: 'hmac', content: Buffer.from(options.hmacKey) }],
  };
}

/** Keeps a copy of what the deploy may change outside of its own folder. */
export function backupStep(folders: readonly string[]): Step {
  const own = folders.map(shellQuote).join(' ');
  const run = `. ./lib.sh
copy=$root/backups/$release from=$root/releases/$previous
# Of a release that is deployed onto itself the upload has put the files aside.
[ "$previous" != "$release" ] || from=$root/releases/.was-$release
[ -d "$copy" ] || : >first-backup
mkdir -p "$copy"
for d in release ${own}; do rm -rf "$copy/\${d:?}"; done
[ -z "$previous" ] || cp -a "$from" "$copy/release"
for d in ${own}; do
  [ ! -d "$root/shared/$d" ] || tar -c -C "$root/shared" --exclude "$d/run" -f - "$d" | tar -x -C "$copy" -f -
done
[ -z "$previous" ] || [ -s "$copy/release/manifest.json" ] || die "the backup of $previous is empty"`;
  const undo = `. ./lib.sh
[ -e first-backup ] || exit 0
for d in release ${own}; do rm -rf "$root/backups/$release/\${d:?}"; done
rmdir "$root/backups/$release" 2>/dev/null || :`;
  return {
    id: 'backup',
    state: 'backup',
    title: 'copy the files of the running release',
    kind: 'soft',
    limit: 120,
    run,
    undo,
  };
}

/** Puts files into `shared/`; `reload` is shell that makes a running proxy read them. */
export function sharedStep(
  files: readonly ArchiveFile[],
  options: { readonly zstd: boolean; readonly reload: string },
): Step {
  const { payload, unpackInto } = pack('shared', files, options.zstd);
  const names = files.map(({ path }, index) => `${index}:${path}`).join(' ');
  const run = `. ./lib.sh
for f in ${names}; do
  live=$root/shared/\${f#*:}
  if [ -e "$live" ]; then cp -p "$live" "copy.\${f%%:*}"; else : >"absent.\${f%%:*}"; fi || die "$live could not be saved"
done
sync
for f in ${names}; do [ ! -e "copy.\${f%%:*}" ] || mv "copy.\${f%%:*}" "saved.\${f%%:*}"; done
rm -rf "$root/shared/.tmp-$release"
mkdir -p "$root/shared/.tmp-$release"
${unpackInto('"$root/shared/.tmp-$release"')}
for f in ${names}; do
  mkdir -p "$(dirname "$root/shared/\${f#*:}")" &&
    mv "$root/shared/.tmp-$release/\${f#*:}" "$root/shared/\${f#*:}" || die "shared/\${f#*:} could not be written"
done
rm -rf "$root/shared/.tmp-$release"
${options.reload}`;
  const undo = `. ./lib.sh
rm -rf "$root/shared/.tmp-$release"
for f in ${names}; do
  live=$root/shared/\${f#*:}
  if [ -e "saved.\${f%%:*}" ]; then put_back "saved.\${f%%:*}" "$live"
  elif [ -e "absent.\${f%%:*}" ]; then rm -f "$live"; fi
done
${options.reload}`;
  const title = `write ${files.length} files that releases share`;
  return { id: 'shared', state: 'backup', title, kind: 'firm', limit: 60, run, undo, payloads: [payload] };
}
