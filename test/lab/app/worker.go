package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func work(ctx context.Context, s settings) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	st, err := openStores(ctx, s)
	if err != nil {
		return err
	}
	defer st.close()
	name, err := os.Hostname()
	if err != nil {
		return err
	}
	slog.Info("working", "worker", name)
	for beat := time.NewTicker(time.Second); ; {
		round(ctx, st, name)
		select {
		case <-beat.C:
		case <-ctx.Done():
			return leave(context.WithoutCancel(ctx), st, name)
		}
	}
}

// A round is never cut by SIGTERM: what was begun is finished first.
func round(ctx context.Context, st *stores, name string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := st.beat(ctx, name); err != nil {
		slog.Warn("no heartbeat", "error", err.Error())
	}
	if done, err := st.processItems(ctx); err != nil {
		slog.Warn("items wait", "error", err.Error())
	} else if done > 0 {
		slog.Info("processed", "items", done)
	}
}

func leave(ctx context.Context, st *stores, name string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	slog.Info("drained")
	return st.forgetWorker(ctx, name)
}
