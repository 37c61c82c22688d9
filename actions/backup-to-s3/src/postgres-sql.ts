import type { TableCount } from './manifest.ts';

/** What everything else has to know of a server, as one line of JSON. */
export const SERVER_SQL = `SELECT pg_catalog.json_build_object(
  'version', pg_catalog.current_setting('server_version'),
  'number', pg_catalog.current_setting('server_version_num')::int,
  'bytes', pg_catalog.pg_database_size(pg_catalog.current_database()));`;

/** Namespaces and objects that belong to users: no system schema, nothing that an extension brought. */
const OWN = (alias: string, catalog: string): string => `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = '${catalog}'::pg_catalog.regclass
    AND d.objid = ${alias}.oid AND d.deptype = 'e')`;

/**
 * One line of JSON a table, counted by the server: psql's gexec runs the statements that the query writes. ONLY, because
 * a parent would count the rows of its children again.
 */
export const INVENTORY_SQL = `SELECT pg_catalog.format(
  'SELECT pg_catalog.json_build_object(''table'', %L::text, ''rows'', pg_catalog.count(*)) FROM ONLY %I.%I',
  n.nspname || '.' || c.relname, n.nspname, c.relname)
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${OWN('c', 'pg_catalog.pg_class')}
ORDER BY n.nspname, c.relname
\\gexec`;

/** The names of a few things that are already in a database, one a line; nothing where it is empty. */
export const CONTENT_SQL = `(SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relpersistence <> 't' AND ${OWN('c', 'pg_catalog.pg_class')}
UNION ALL SELECT n.nspname || '.' || p.proname || '()' FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE ${OWN('p', 'pg_catalog.pg_proc')}
UNION ALL SELECT n.nspname FROM pg_catalog.pg_namespace n
  WHERE n.nspname <> 'public' AND ${OWN('n', 'pg_catalog.pg_namespace')}) LIMIT 6;`;

/** One transaction whose snapshot the dump shares, so that dump and inventory tell of the same moment. Works on a standby too. */
export const SNAPSHOT_SQL = `SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0;
SET row_security = off;
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_catalog.pg_export_snapshot();`;

export const BEGIN_SQL = 'SET statement_timeout = 0;\nBEGIN;';

/** Empties a database inside the transaction that fills it again: whatever fails, the old content is still there. */
export const WIPE_SQL = `SET client_min_messages = warning;
DO $wipe$ DECLARE name text; BEGIN
  FOR name IN SELECT nspname FROM pg_catalog.pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
  LOOP EXECUTE pg_catalog.format('DROP SCHEMA %I CASCADE', name); END LOOP;
  CREATE SCHEMA public;
  GRANT USAGE ON SCHEMA public TO PUBLIC;
  IF pg_catalog.current_setting('server_version_num')::int >= 150000 THEN
    ALTER SCHEMA public OWNER TO pg_database_owner;
  ELSE
    GRANT CREATE ON SCHEMA public TO PUBLIC;
  END IF;
END $wipe$;
RESET client_min_messages;`;

/** Reads the lines of `INVENTORY_SQL`. */
export function parseInventory(lines: readonly string[]): readonly TableCount[] {
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as TableCount);
}

export interface ServerFacts {
  readonly version: string;
  readonly major: number;
  readonly bytes: number;
}

/** Reads the line of `SERVER_SQL`. */
export function parseServer(line: string): ServerFacts {
  const { version, number, bytes } = JSON.parse(line);
  return { version: version.split(' ')[0], major: Math.floor(number / 10_000), bytes };
}
