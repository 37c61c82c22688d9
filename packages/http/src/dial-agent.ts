import { Agent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import type { Duplex } from 'node:stream';
import { dial } from './dial.ts';
import type { DialRecord, Target } from './dial-record.ts';

/** Options of a request as `DialAgent` gets them. */
export interface DialRequestArgs extends ClientRequestArgs {
  readonly dial: { readonly target: Target; readonly record: DialRecord };
}

/** Node's own pool, with our dialling: it knows each phase and sees a certificate before it refuses it. */
export class DialAgent extends Agent {
  readonly #identities = new Map<string, number>();

  constructor(options: AgentOptions) {
    super(options);
  }

  override getName(options?: DialRequestArgs): string {
    const target = options?.dial.target;
    const key = JSON.stringify([target?.host, target?.port, target?.tls, target?.addresses]);
    const identity = this.#identities.get(key) ?? this.#identities.size;
    this.#identities.set(key, identity);
    return `${target?.host}:${target?.port}:${identity}`;
  }

  override createConnection(
    options: ClientRequestArgs,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const { target, record } = (options as DialRequestArgs).dial;
    dial(target, record).then(
      (socket) => callback?.(null, socket),
      (error) => callback?.(error, undefined as unknown as Duplex),
    );
    return undefined;
  }
}
