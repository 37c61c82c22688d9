import type { FailedAssertion } from './evaluate.ts';

/** One request of a hurl file as hurl's JSON report tells it; times in microseconds. */
export interface HurlEntry {
  readonly line: number;
  readonly time: number;
  readonly curl_cmd: string;
  readonly asserts: readonly { readonly success: boolean; readonly line: number }[];
  readonly calls: readonly HurlCall[];
}

export interface HurlCall {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: {
    readonly status: number;
    readonly http_version: string;
    readonly certificate?: { readonly expire_date?: string };
  };
  readonly timings: Readonly<
    Record<'name_lookup' | 'connect' | 'app_connect' | 'pre_transfer' | 'start_transfer' | 'total', number>
  >;
}

/** A file in the report. */
export interface HurlFile {
  readonly filename: string;
  readonly success: boolean;
  readonly entries: readonly HurlEntry[];
}

/** What hurl says of one error: `error: Assert failure --> a.hurl:12:0 …`. */
export interface HurlError {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly assertion: FailedAssertion;
}

/** Reads the report's text; nothing where hurl wrote none. */
export function parseHurlReport(text: string | undefined): readonly HurlFile[] {
  return text === undefined ? [] : JSON.parse(text);
}

/** Reads the errors that hurl prints, each with its file and line. */
export function parseHurlErrors(stderr: string): readonly HurlError[] {
  return stderr
    .split(/^(?=error: )/m)
    .flatMap((block) => parseBlock(block.split(/^(?:Failure|Success|-{20,})/m, 1)[0] ?? '') ?? []);
}

function parseBlock(block: string): HurlError | undefined {
  const [, title] = /^error: (.+)/.exec(block) ?? [];
  const [, file, at] = /^\s*--> (.+):(\d+):\d+$/m.exec(block) ?? [];
  if (title === undefined || file === undefined) return undefined;
  const line = Number(at);
  const written = new RegExp(`^ *${line} \\| ?(.*)$`, 'm').exec(block)?.[1]?.trim();
  const said = (name: string): string | undefined => new RegExp(`^\\s*\\|\\s+${name}:\\s*(.*)$`, 'm').exec(block)?.[1];
  const pointed = /\^+ (.*)$/m.exec(block)?.[1];
  const assertion: FailedAssertion = {
    text: written || title,
    place: { file, line },
    expected: said('expected') ?? (title === 'HTTP connection' ? 'an answer' : 'what this line says'),
    actual: said('actual') ?? pointed ?? title,
  };
  return { file, line, title, assertion };
}
