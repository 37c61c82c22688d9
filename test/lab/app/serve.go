package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"
)

type app struct {
	settings
	stores   *stores
	draining atomic.Bool
	closing  chan struct{}
}

func serve(ctx context.Context, s settings) error {
	stopped := stopSignal(s.variant.ignoreSIGTERM)
	st, err := openStores(ctx, s)
	if err != nil {
		return err
	}
	defer st.close()
	a := &app{settings: s, stores: st, closing: make(chan struct{})}
	if s.variant.startDelay > 0 {
		slog.Info("starting", "delay", s.variant.startDelay.String())
		time.Sleep(s.variant.startDelay)
	}
	server := &http.Server{
		Addr:              ":8080",
		Handler:           a.routes(),
		ReadHeaderTimeout: 10 * time.Second,
		// Longer than any proxy keeps an idle connection: who closes first must be the proxy, or it may reuse a dying one.
		IdleTimeout: 5 * time.Minute,
	}
	server.RegisterOnShutdown(func() { close(a.closing) })
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	slog.Info("serving", "address", server.Addr)
	select {
	case err := <-failed:
		return err
	case <-crash(s.variant.crashAfter):
		return errors.New("crashed, as CRASH_AFTER asks")
	case <-stopped:
		return a.drain(server)
	}
}

func stopSignal(ignore bool) <-chan os.Signal {
	stopped := make(chan os.Signal, 1)
	if ignore {
		signal.Ignore(syscall.SIGTERM, syscall.SIGINT)
	} else {
		signal.Notify(stopped, syscall.SIGTERM, syscall.SIGINT)
	}
	return stopped
}

func crash(after time.Duration) <-chan time.Time {
	if after == 0 {
		return nil
	}
	return time.After(after)
}

func (a *app) drain(server *http.Server) error {
	a.draining.Store(true)
	slog.Info("draining", "wait", a.drainWait.String())
	time.Sleep(a.drainWait)
	ctx, cancel := context.WithTimeout(context.Background(), 25*time.Second)
	defer cancel()
	err := server.Shutdown(ctx)
	slog.Info("drained")
	return err
}
