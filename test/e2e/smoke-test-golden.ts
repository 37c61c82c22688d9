// The blocks of failures by real causes, whole.

/** A block without what differs from run to run: times, days of the calendar, ports. */
export function steady(text = ''): string {
  return text
    .replace(/\b\d+(\.\d+)? m?s\b/g, 'TIME')
    .replace(/\d{4}-\d\d-\d\d/g, 'DAY')
    .replace(/(127\.0\.0\.1:|port )\d+/g, '$1PORT');
}

/** What a whole block of a failure must say, beside its name and its line. */
interface Golden {
  readonly name: string;
  readonly actual: string;
  readonly where: string;
  readonly when: string;
  readonly more?: readonly string[];
  readonly what?: readonly [assertion: string, expected: string];
  readonly scheme?: string;
}

export const golden: readonly Golden[] = [
  {
    name: 'expired',
    actual:
      'the certificate expired 10 days ago (CN=127.0.0.1, issuer CN=Lab Authority), served by 127.0.0.1 (tls-expired)',
    where: 'no answer, 127.0.0.1, TLSv1.3',
    when: 'dns TIME, connect TIME, tls TIME',
    scheme: 'https',
  },
  {
    name: 'early',
    actual:
      'the certificate is not valid yet, from DAY on (CN=127.0.0.1, issuer CN=Lab Authority), served by 127.0.0.1 (tls-not-yet-valid)',
    where: 'no answer, 127.0.0.1, TLSv1.3',
    when: 'dns TIME, connect TIME, tls TIME',
    scheme: 'https',
  },
  {
    name: 'wrong-host',
    actual: 'the certificate is not for 127.0.0.1 but for other.test, served by 127.0.0.1 (tls-wrong-host)',
    where: 'no answer, 127.0.0.1, TLSv1.3',
    when: 'dns TIME, connect TIME, tls TIME',
    scheme: 'https',
  },
  {
    name: 'self-signed',
    actual:
      'the certificate is signed by itself (CN=127.0.0.1, issuer CN=127.0.0.1), served by 127.0.0.1 (tls-self-signed)',
    where: 'no answer, 127.0.0.1, TLSv1.3',
    when: 'dns TIME, connect TIME, tls TIME',
    scheme: 'https',
  },
  {
    name: 'https to plain',
    actual: '127.0.0.1:PORT is open but does not speak TLS, plain HTTP perhaps (tls-plain-http)',
    where: 'no answer, 127.0.0.1',
    when: 'dns TIME, connect TIME, tls TIME',
    scheme: 'https',
  },
  {
    name: 'https to silence',
    actual: '127.0.0.1:PORT timed out in the TLS handshake after TIME (dns TIME, connect TIME) (timeout)',
    where: 'no answer, 127.0.0.1',
    when: 'dns TIME, connect TIME, tls TIME',
    scheme: 'https',
  },
  {
    name: 'silent',
    actual: '127.0.0.1:PORT timed out in waiting for the answer after TIME (dns TIME, connect TIME) (timeout)',
    where: 'no answer, 127.0.0.1',
    when: 'dns TIME, connect TIME, first-byte TIME',
  },
  {
    name: 'dark',
    actual: '127.0.0.1:PORT does not answer: no connection within TIME (connect-timeout)',
    where: 'no answer',
    when: 'dns TIME, connect TIME',
  },
  {
    name: 'refused',
    actual: '127.0.0.1:PORT refuses the connection: nothing listens on port PORT (connect-refused)',
    where: 'no answer',
    when: 'dns TIME, connect TIME',
  },
  {
    name: 'reset',
    actual: '127.0.0.1:PORT reset the connection in waiting for the answer (reset)',
    where: 'no answer, 127.0.0.1',
    when: 'dns TIME, connect TIME, first-byte TIME',
  },
  {
    name: 'closes',
    actual: '127.0.0.1:PORT closed the connection without an answer (closed)',
    where: 'no answer, 127.0.0.1',
    when: 'dns TIME, connect TIME, first-byte TIME',
  },
  {
    name: 'lies',
    what: ['answer', 'a whole body'],
    actual: '127.0.0.1:PORT closed the connection before the body was complete (body-cut)',
    where: '200 OK, 127.0.0.1, HTTP/1.1',
    when: 'dns TIME, connect TIME, first-byte TIME, body TIME',
    more: ['  body   half'],
  },
  {
    name: 'broken-json',
    what: ['json.ok == true', 'true (boolean)'],
    actual: 'nothing; the body is no JSON: it breaks at character 11',
    where: '200 OK, 127.0.0.1, HTTP/1.1',
    when: 'dns TIME, connect TIME, first-byte TIME, body TIME',
    more: ['  body   {"a": [1, 2'],
  },
  {
    name: 'huge',
    what: ['json.ok == true', 'true (boolean)'],
    actual: 'nothing; the body was cut at max-body, so its JSON cannot be read',
    where: '200 OK, 127.0.0.1, HTTP/1.1',
    when: 'dns TIME, connect TIME, first-byte TIME, body TIME',
    more: ['  why    the body was cut at max-body, 100000 bytes', `  body   ${'x'.repeat(400)} …`],
  },
];
