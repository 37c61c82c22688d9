package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"
)

func (a *app) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", a.page)
	mux.HandleFunc("GET /docs", a.docs)
	mux.HandleFunc("GET /health", a.health)
	mux.HandleFunc("GET /health/detailed", a.healthDetailed)
	mux.HandleFunc("GET /version", a.tellVersion)
	mux.HandleFunc("POST /api/login", a.login)
	mux.HandleFunc("GET /api/me", a.me)
	mux.HandleFunc("GET /api/items", a.listItems)
	mux.HandleFunc("POST /api/items", a.createItem)
	mux.HandleFunc("GET /slow", a.slow)
	mux.HandleFunc("GET /events", a.events)
	return a.everyAnswer(mux)
}

func (a *app) everyAnswer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Version", a.version)
		if a.draining.Load() {
			w.Header().Set("Connection", "close")
		}
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		next.ServeHTTP(w, r)
	})
}

func (a *app) page(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, "<!doctype html><title>Sample</title><h1>Sample application</h1><p>version %s</p>\n", a.version)
}

func (a *app) docs(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, "<!doctype html><title>Swagger UI</title><h1>API</h1><ul><li>POST /api/login<li>GET /api/me"+
		"<li>GET /api/items<li>POST /api/items</ul>\n")
}

func (a *app) tellVersion(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, map[string]string{"version": a.version})
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	var given struct{ User, Password string }
	if err := json.NewDecoder(r.Body).Decode(&given); err != nil || given.User == "" || given.Password == "" {
		refuse(w, http.StatusBadRequest, "user and password are required")
		return
	}
	answer(w, http.StatusOK, map[string]string{"token": a.issueToken(given.User, time.Now().Add(time.Hour))})
}

func (a *app) me(w http.ResponseWriter, r *http.Request) {
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	user, ok := a.userOf(token, time.Now())
	if !ok {
		w.Header().Set("WWW-Authenticate", "Bearer")
		refuse(w, http.StatusUnauthorized, "a valid bearer token is required")
		return
	}
	answer(w, http.StatusOK, map[string]any{"user": map[string]string{"name": user}})
}

func (a *app) listItems(w http.ResponseWriter, r *http.Request) {
	if a.variant.smokeBroken {
		answer(w, http.StatusOK, map[string]string{"items": "broken"})
		return
	}
	items, err := a.stores.latestItems(r.Context())
	if err != nil {
		failRequest(w, r, err)
		return
	}
	answer(w, http.StatusOK, map[string]any{"items": items})
}

func (a *app) createItem(w http.ResponseWriter, r *http.Request) {
	var given struct{ Name string }
	if err := json.NewDecoder(r.Body).Decode(&given); err != nil || given.Name == "" {
		refuse(w, http.StatusBadRequest, "name is required")
		return
	}
	id, err := a.stores.addItem(r.Context(), given.Name)
	if err != nil {
		failRequest(w, r, err)
		return
	}
	answer(w, http.StatusCreated, map[string]any{"id": id, "name": given.Name})
}

func (a *app) slow(w http.ResponseWriter, r *http.Request) {
	ms, err := strconv.Atoi(r.URL.Query().Get("ms"))
	if err != nil || ms < 0 || ms > 30_000 {
		refuse(w, http.StatusBadRequest, "ms must be a number from 0 to 30000")
		return
	}
	select {
	case <-time.After(time.Duration(ms) * time.Millisecond):
		answer(w, http.StatusOK, map[string]int{"slept": ms})
	case <-r.Context().Done():
	}
}

func (a *app) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("X-Accel-Buffering", "no")
	stream := http.NewResponseController(w)
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for n := 0; ; n++ {
		fmt.Fprintf(w, "event: tick\ndata: {\"n\":%d,\"version\":%q}\n\n", n, a.version)
		if stream.Flush() != nil {
			return
		}
		select {
		case <-tick.C:
		case <-r.Context().Done():
			return
		case <-a.closing:
			// Said aloud, so that a client can tell an end that was meant from a cut connection.
			fmt.Fprint(w, "event: bye\ndata: {}\n\n")
			return
		}
	}
}

func refuse(w http.ResponseWriter, code int, why string) {
	answer(w, code, map[string]string{"error": why})
}

// Only what went wrong is logged: a line for each request would make the log the bottleneck under load.
func failRequest(w http.ResponseWriter, r *http.Request, err error) {
	slog.Error("request failed", "method", r.Method, "path", r.URL.Path, "error", err.Error())
	refuse(w, http.StatusInternalServerError, "the request failed")
}
