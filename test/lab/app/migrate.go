package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
)

// Each migration only adds, so that the release before it keeps working on the new schema.
var migrations = []string{
	`CREATE TABLE items (
		id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
		name         text NOT NULL,
		created_at   timestamptz NOT NULL DEFAULT now(),
		processed_at timestamptz
	);
	CREATE INDEX items_unprocessed ON items (id) WHERE processed_at IS NULL`,
	`ALTER TABLE items ADD COLUMN note text NOT NULL DEFAULT ''`,
}

const migrationLock = 7_243_391

func migrate(ctx context.Context, s settings) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if s.databaseURL == "" {
		return errors.New("DATABASE_URL is not set")
	}
	db, err := pgx.Connect(ctx, s.databaseURL)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(ctx))
	return pgx.BeginFunc(ctx, db, func(tx pgx.Tx) error {
		return migrateIn(ctx, tx, s.variant)
	})
}

func migrateIn(ctx context.Context, tx pgx.Tx, v variant) error {
	// Taken before anything is read: hosts of one deploy may migrate the same database at once.
	if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock($1)`, migrationLock); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `CREATE TABLE IF NOT EXISTS schema_migrations (
		version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`); err != nil {
		return err
	}
	var current int
	if err := tx.QueryRow(ctx, `SELECT coalesce(max(version), 0) FROM schema_migrations`).Scan(&current); err != nil {
		return err
	}
	wanted := len(migrations)
	if v.schemaVersion > 0 {
		wanted = min(v.schemaVersion, wanted)
	}
	for version := current + 1; version <= wanted; version++ {
		if err := apply(ctx, tx, version); err != nil {
			return err
		}
	}
	if v.failMigration {
		_, err := tx.Exec(ctx, `ALTER TABLE items ADD COLUMN broken no_such_type`)
		return fmt.Errorf("migration %d: %w", wanted+1, err)
	}
	slog.Info("migrated", "from", current, "to", max(current, wanted))
	return nil
}

func apply(ctx context.Context, tx pgx.Tx, version int) error {
	if _, err := tx.Exec(ctx, migrations[version-1]); err != nil {
		return fmt.Errorf("migration %d: %w", version, err)
	}
	_, err := tx.Exec(ctx, `INSERT INTO schema_migrations (version) VALUES ($1)`, version)
	return err
}
