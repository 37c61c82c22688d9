package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/redis/go-redis/v9"
)

type stores struct {
	postgres *pgxpool.Pool
	redis    *redis.Client
}

// Both clients connect on first use, so that a release starts, and can say what is wrong, while a store is down.
func openStores(ctx context.Context, s settings) (*stores, error) {
	if s.databaseURL == "" || s.redisURL == "" {
		return nil, errors.New("DATABASE_URL and REDIS_URL must both be set")
	}
	options, err := redis.ParseURL(s.redisURL)
	if err != nil {
		return nil, fmt.Errorf("REDIS_URL: %w", err)
	}
	// Without it the client ignores a context's deadline, and a frozen Redis would hold a health probe for many seconds.
	options.ContextTimeoutEnabled = true
	pool, err := pgxpool.New(ctx, s.databaseURL)
	if err != nil {
		return nil, fmt.Errorf("DATABASE_URL: %w", err)
	}
	return &stores{postgres: pool, redis: redis.NewClient(options)}, nil
}

func (st *stores) close() {
	st.postgres.Close()
	st.redis.Close()
}

type item struct {
	ID        int64     `json:"id"`
	Name      string    `json:"name"`
	CreatedAt time.Time `json:"created_at"`
	Processed bool      `json:"processed"`
}

func (st *stores) addItem(ctx context.Context, name string) (id int64, err error) {
	err = st.postgres.QueryRow(ctx, `INSERT INTO items (name) VALUES ($1) RETURNING id`, name).Scan(&id)
	return id, err
}

func (st *stores) latestItems(ctx context.Context) ([]item, error) {
	rows, err := st.postgres.Query(ctx,
		`SELECT id, name, created_at, processed_at IS NOT NULL FROM items ORDER BY id DESC LIMIT 20`)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[item])
}

func (st *stores) processItems(ctx context.Context) (int64, error) {
	done, err := st.postgres.Exec(ctx, `UPDATE items SET processed_at = now() WHERE id IN (
		SELECT id FROM items WHERE processed_at IS NULL ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED)`)
	return done.RowsAffected(), err
}

const heartbeats = "worker:heartbeats"

// One sorted set for all workers: a rolling deploy has two at a time, and each must be able to tell its own beat.
func (st *stores) beat(ctx context.Context, worker string) error {
	now := time.Now()
	_, err := st.redis.TxPipelined(ctx, func(p redis.Pipeliner) error {
		p.ZAdd(ctx, heartbeats, redis.Z{Score: float64(now.UnixMilli()), Member: worker})
		p.ZRemRangeByScore(ctx, heartbeats, "-inf", fmt.Sprint(now.Add(-time.Minute).UnixMilli()))
		return nil
	})
	return err
}

func (st *stores) forgetWorker(ctx context.Context, worker string) error {
	return st.redis.ZRem(ctx, heartbeats, worker).Err()
}

func (st *stores) lastBeat(ctx context.Context) (time.Time, error) {
	newest, err := st.redis.ZRevRangeWithScores(ctx, heartbeats, 0, 0).Result()
	if err != nil || len(newest) == 0 {
		return time.Time{}, err
	}
	return time.UnixMilli(int64(newest[0].Score)), nil
}

func (st *stores) beatOf(ctx context.Context, worker string) (time.Time, error) {
	score, err := st.redis.ZScore(ctx, heartbeats, worker).Result()
	return time.UnixMilli(int64(score)), err
}
