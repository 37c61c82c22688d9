import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { labEnv } from '../environment.ts';
import { containerOf, type HostName } from '../hosts.ts';
import { run } from '../shell.ts';
import type { Lab } from '../state.ts';

/** The address of a database on the lab's PostgreSQL server. */
export function databaseUrl(lab: Lab, database: string): string {
  const url = new URL(lab.postgres.url);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs SQL as the lab's owner and gives the rows. */
export async function query(lab: Lab, database: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl(lab, database) });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A new empty database; returns its name. */
export async function makeDatabase(lab: Lab, prefix: string): Promise<string> {
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  await query(lab, lab.postgres.database, `CREATE DATABASE ${name}`);
  return name;
}

/** Puts in what a production has before its first deploy by this pipeline: a table of customers. */
export async function seedDatabase(lab: Lab, name: string): Promise<void> {
  const rows = "SELECT n, 'customer ' || n, md5(n::text) FROM generate_series(1, 500) AS n";
  await query(
    lab,
    name,
    `CREATE TABLE customers (id int PRIMARY KEY, name text, token text); INSERT INTO customers ${rows}`,
  );
}

export async function dropDatabase(lab: Lab, name: string): Promise<void> {
  await query(lab, lab.postgres.database, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/** Runs a shell script as root inside a host of the lab. It goes by stdin, for it may hold what others must not see. */
export function onHost(lab: Lab, host: HostName, script: string): Promise<string> {
  return run('docker', ['exec', '-i', containerOf(host), 'sh', '-s'], {
    env: labEnv(lab),
    input: `{ ${script}\n} </dev/null`,
  });
}

/** The files below some folders of a host that hold a secret, sorted. The secret is on no command line. */
export async function filesHolding(
  lab: Lab,
  host: HostName,
  { secret, folders }: { readonly secret: string; readonly folders: readonly string[] },
): Promise<readonly string[]> {
  const look = `grep -rlF -f /dev/stdin ${folders.join(' ')} 2>/dev/null | grep -v /tmp/runc-process | sort`;
  const found = await run('docker', ['exec', '-i', containerOf(host), 'sh', '-c', look], {
    env: labEnv(lab),
    input: secret,
  });
  return found.split('\n').filter(Boolean);
}

/** Makes a host new: nothing deployed under a root, none of that application's containers, volumes or networks. */
export async function clearHost(lab: Lab, host: HostName, app: string): Promise<void> {
  const label = `label=com.docker.compose.project=${app}`;
  const colours = `label=ssh-deploy.app=${app}`;
  await onHost(
    lab,
    host,
    `{ docker ps -aq --filter ${label}; docker ps -aq --filter ${colours}; } | xargs -r docker rm -f -v >/dev/null
     docker network ls -q --filter ${label} | xargs -r docker network rm >/dev/null
     docker volume ls -q --filter ${label} | xargs -r docker volume rm >/dev/null
     rm -rf /opt/${app}; install -d -o deploy -g deploy /opt/${app}`,
  );
}
