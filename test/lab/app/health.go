package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"
)

const (
	healthy   = "healthy"
	degraded  = "degraded"
	unhealthy = "unhealthy"

	probeTimeout = time.Second
	beatIsStale  = 5 * time.Second
)

type healthReport struct {
	Status  string            `json:"status"`
	Version string            `json:"version"`
	Checks  map[string]string `json:"checks,omitempty"`
}

func (a *app) health(w http.ResponseWriter, _ *http.Request) {
	answerHealth(w, healthReport{Status: a.ownStatus(), Version: a.version})
}

func (a *app) healthDetailed(w http.ResponseWriter, r *http.Request) {
	checks := a.stores.probeAll(r.Context())
	status := a.ownStatus()
	for _, word := range checks {
		status = worse(status, word)
	}
	answerHealth(w, healthReport{Status: status, Version: a.version, Checks: checks})
}

func (a *app) ownStatus() string {
	switch {
	case a.draining.Load():
		return "shutting-down"
	case a.variant.failHealth:
		return unhealthy
	}
	return healthy
}

func answerHealth(w http.ResponseWriter, report healthReport) {
	code := http.StatusOK
	if report.Status != healthy && report.Status != degraded {
		code = http.StatusServiceUnavailable
	}
	answer(w, code, report)
}

func worse(a, b string) string {
	order := []string{healthy, degraded, unhealthy, "shutting-down"}
	return order[max(slices.Index(order, a), slices.Index(order, b))]
}

// Without PostgreSQL nothing works; without Redis or a worker items only wait.
func (st *stores) probeAll(ctx context.Context) map[string]string {
	probes := map[string]func(context.Context) string{
		"postgres": func(ctx context.Context) string { return wordFor(st.postgres.Ping(ctx), unhealthy) },
		"redis":    func(ctx context.Context) string { return wordFor(st.redis.Ping(ctx).Err(), degraded) },
		"worker":   st.probeWorker,
	}
	ctx, cancel := context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	var (
		all  sync.WaitGroup
		lock sync.Mutex
	)
	words := map[string]string{}
	for name, probe := range probes {
		all.Add(1)
		go func() {
			defer all.Done()
			word := probe(ctx)
			lock.Lock()
			defer lock.Unlock()
			words[name] = word
		}()
	}
	all.Wait()
	return words
}

func (st *stores) probeWorker(ctx context.Context) string {
	last, err := st.lastBeat(ctx)
	if err != nil || time.Since(last) > beatIsStale {
		return degraded
	}
	return healthy
}

func wordFor(err error, bad string) string {
	if err != nil {
		return bad
	}
	return healthy
}

// checkHealth is the container's own health check, so that the image needs neither a shell nor curl.
func checkHealth(ctx context.Context, s settings) error {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	if len(os.Args) > 2 && os.Args[2] == "worker" {
		return checkOwnBeat(ctx, s)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://127.0.0.1:8080/health", nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(io.LimitReader(response.Body, 1024))
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("/health answered %d: %s", response.StatusCode, body)
	}
	return nil
}

func checkOwnBeat(ctx context.Context, s settings) error {
	st, err := openStores(ctx, s)
	if err != nil {
		return err
	}
	defer st.close()
	name, err := os.Hostname()
	if err != nil {
		return err
	}
	last, err := st.beatOf(ctx, name)
	if err != nil {
		return fmt.Errorf("no heartbeat of %s: %w", name, err)
	}
	if age := time.Since(last); age > beatIsStale {
		return fmt.Errorf("the last heartbeat of %s is %s old", name, age.Round(time.Millisecond))
	}
	return nil
}

func answer(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(body)
}
