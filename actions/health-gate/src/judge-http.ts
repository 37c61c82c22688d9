import { excerpt } from '@suite/core';
import { maskUrl, type ProbeResponse, type ProbeResult, readVersion, redirectTarget, sameVersion } from '@suite/http';
import type { HttpCheck, Reading } from './check.ts';
import { type Health, readHealth } from './components.ts';
import { connectionLine, httpEvidence } from './evidence.ts';
import { judgeConditions } from './judge-conditions.ts';
import { judgeHealth } from './judge-health.ts';
import { type CheckSample, sampleOf } from './sample.ts';
import { isWorse, levelOf, worst } from './words.ts';

type Verdict = Pick<CheckSample, 'class' | 'message'> & Partial<Pick<CheckSample, 'cause' | 'failing' | 'notes'>>;

/** Judges an answer, or the lack of one. */
export function judgeHttp(check: HttpCheck, result: ProbeResult, reading: Reading): CheckSample {
  const base = {
    latencyMs: result.totalMs,
    connection: connectionLine(result),
    evidence: httpEvidence(check, result),
  };
  const { response, failure } = result;
  if (response === undefined || failure !== undefined) {
    return sampleOf(check, {
      ...base,
      class: 'error',
      cause: 'network',
      reached: result.address !== undefined,
      message: failure?.message ?? 'no answer',
    });
  }
  const body = parseBody(response);
  const words = check.until.length === 0 || check.components.length > 0;
  const health =
    words && body.known ? readHealth(body.value, reading.componentsPath) : { top: undefined, components: [] };
  const version = readVersion({ headers: response.headers, body: body.value }, reading.versionSource);
  const verdict = judgeAnswer({ check, result, response, health, version, body }, reading);
  const notes = [...(verdict.notes ?? []), ...cacheNotes(response)];
  return sampleOf(check, {
    ...base,
    ...verdict,
    notes,
    status: response.status,
    components: check.until.length > 0 && check.components.length === 0 ? [] : health.components,
    ...(version === undefined ? {} : { version }),
  });
}

interface Answer {
  readonly check: HttpCheck;
  readonly result: ProbeResult;
  readonly response: ProbeResponse;
  readonly health: Health;
  readonly version: string | undefined;
  readonly body: Body;
}

function judgeAnswer(answer: Answer, reading: Reading): Verdict {
  const { response, health, check, result } = answer;
  const bad = judgeStatus(response, result, health);
  if (bad) return bad;
  const judged = judgeBody(answer, reading);
  if (judged.cause === 'waiting' || judged.cause === 'fail-condition') return judged;
  if (judged.class === 'fail') return withContradiction(judged, response.status, health);
  const wrong = judgeVersion(answer);
  if (wrong) return wrong;
  if (check.maxLatencyMs !== undefined && result.totalMs > check.maxLatencyMs) {
    const message = `${response.status} after ${Math.round(result.totalMs)} ms, max-latency is ${check.maxLatencyMs} ms`;
    return { class: 'fail', cause: 'too-slow', message };
  }
  const told = answer.version === undefined ? '' : `, version ${answer.version}`;
  const silent = health.top === undefined && health.components.length === 0 && check.until.length === 0;
  const notes = silent ? [`${check.name} passes by status alone: its body tells no health`] : [];
  return { ...judged, message: `${response.status}${judged.message ? ` ${judged.message}` : ''}${told}`, notes };
}

/** Conditions decide alone where `until` says what good is, unless components are asked for beside them. */
function judgeBody({ check, body, health, response }: Answer, reading: Reading): Verdict {
  const unread = unreadable(response, body);
  if (unread) return { class: 'fail', cause: 'unhealthy', message: unread };
  const conditions = judgeConditions(check, { isJson: body.isJson, body: body.value });
  if (conditions?.class === 'fail') return conditions;
  if (conditions !== undefined && check.components.length === 0) return conditions;
  if (check.components.length > 0 && !body.known) {
    return { class: 'fail', cause: 'unhealthy', message: 'the answer is no JSON, so it tells no components' };
  }
  return judgeHealth(health, check.components, reading);
}

/** What was not read, JSON that is cut or broken or bytes that stayed encoded, must not pass for a page that says nothing. */
function unreadable({ status, headers, undecoded, cut, body: bytes }: ProbeResponse, body: Body): string | undefined {
  if (undecoded !== undefined)
    return `${status}, but its ${undecoded} encoding cannot be undone, so nobody knows what it says`;
  const type = headers.get('content-type')?.[0] ?? '';
  const claimsJson = /[/+]json\b/i.test(type) || /^\s*[[{]/.test(bytes.subarray(0, 100).toString('utf8'));
  if (!claimsJson || bytes.length === 0 || (body.known && !cut)) return undefined;
  return cut
    ? 'the answer is too long to be read to its end, so nobody knows what it says; ask a smaller resource'
    : `${status}, but its JSON is broken, so nobody knows what it says`;
}

function judgeStatus(response: ProbeResponse, result: ProbeResult, health: Health): Verdict | undefined {
  const { status, statusText } = response;
  const named = `${status}${statusText ? ` ${statusText}` : ''}`;
  if (status === 401 || status === 403) {
    return {
      class: 'fail',
      cause: 'auth-refused',
      message: `${named}: the application wants credentials; give headers`,
    };
  }
  if (status >= 300 && status < 400) {
    const target = redirectTarget(result);
    const to = target === undefined ? 'nowhere' : maskUrl(target);
    return {
      class: 'fail',
      cause: 'redirect',
      message: `${named} redirects to ${to}; set the URL to where the answer is`,
    };
  }
  if (status >= 200 && status < 300) return undefined;
  const bad = health.components.filter(({ level }) => level !== 'healthy');
  const topIsWorse = health.top !== undefined && isWorse(health.top.level, worst(bad.map(({ level }) => level)));
  const own = topIsWorse ? [health.top?.word] : [];
  const says = [...own, ...bad.map(({ name, word }) => `${name} ${word}`)].join(', ');
  const why = says === '' ? health.top?.word : says;
  const starting =
    health.top?.level === 'starting' || (bad.length > 0 && bad.every(({ level }) => level === 'starting'));
  const verdict: Verdict = {
    class: 'fail',
    cause: starting ? 'starting' : status === 404 ? 'status' : 'unhealthy',
    message: why === undefined ? `${named}${titleOf(response)}` : `${named} (${why})`,
    failing: bad.map(({ name }) => name),
  };
  return withContradiction(verdict, status, health);
}

function withContradiction(verdict: Verdict, status: number, health: Health): Verdict {
  const top = health.top;
  if (top === undefined) return verdict;
  const good = status < 300;
  const says = (good && top.level === 'unhealthy') || (!good && top.level === 'healthy');
  const worse = good && top.level === 'healthy' && verdict.class === 'fail';
  if (says) return { ...verdict, notes: [`contradiction: HTTP ${status}, but the body says ${top.word}`] };
  if (worse)
    return { ...verdict, notes: [`contradiction: the body says ${top.word} at its top, but ${verdict.message}`] };
  return verdict;
}

function judgeVersion({ check, version }: Answer): Verdict | undefined {
  const wanted = check.expectVersion;
  if (wanted === undefined || (version === undefined && !check.mustTellVersion)) return undefined;
  if (version === undefined) {
    const message = `tells no version where ${wanted} is expected`;
    return { class: 'fail', cause: 'wrong-version', message };
  }
  if (sameVersion(version, wanted)) return undefined;
  const message = `the old build still answers: version ${version}, expected ${wanted}`;
  return { class: 'fail', cause: 'wrong-version', message };
}

interface Body {
  readonly isJson: boolean;
  /** JSON, or one bare word that tells a health, as ASP.NET answers; anything else says nothing. */
  readonly known: boolean;
  readonly value?: unknown;
}

function parseBody(response: ProbeResponse): Body {
  const text = response.body.toString('utf8').trim();
  try {
    return { isJson: true, known: true, value: JSON.parse(text) };
  } catch {
    const known = text.length <= 30 && levelOf(text) !== 'unknown';
    return known ? { isJson: false, known, value: text } : { isJson: false, known };
  }
}

function cacheNotes({ headers }: ProbeResponse): readonly string[] {
  const age = Number(headers.get('age')?.[0] ?? 0);
  const hit = headers.get('x-cache')?.[0] ?? headers.get('cf-cache-status')?.[0] ?? '';
  const cached = age > 0 ? `Age: ${age}` : /hit/i.test(hit) ? hit : undefined;
  return cached === undefined ? [] : [`the answer came from a cache (${cached}), not from the application`];
}

function titleOf({ body }: ProbeResponse): string {
  const title = /<title>([^<]+)/i.exec(body.toString('utf8'))?.[1];
  return title === undefined ? '' : ` (HTML page "${excerpt(title.trim(), 80)}")`;
}
