package main

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

type settings struct {
	version     string
	databaseURL string
	redisURL    string
	drainWait   time.Duration
	variant     variant
}

// A variant is how a release is made to go wrong; each image has its own baked in.
type variant struct {
	startDelay    time.Duration
	crashAfter    time.Duration
	failHealth    bool
	ignoreSIGTERM bool
	smokeBroken   bool
	failMigration bool
	schemaVersion int
}

func readSettings(env func(string) string) (settings, error) {
	r := reader{env: env}
	s := settings{
		version:     r.text("APP_VERSION", "dev"),
		databaseURL: env("DATABASE_URL"),
		redisURL:    env("REDIS_URL"),
		drainWait:   r.duration("DRAIN_WAIT"),
		variant: variant{
			startDelay:    r.duration("START_DELAY"),
			crashAfter:    r.duration("CRASH_AFTER"),
			failHealth:    r.truth("FAIL_HEALTH"),
			ignoreSIGTERM: r.truth("IGNORE_SIGTERM"),
			smokeBroken:   r.truth("SMOKE_BROKEN"),
			failMigration: r.truth("FAIL_MIGRATION"),
			schemaVersion: r.number("SCHEMA_VERSION"),
		},
	}
	s.version = r.text("WRONG_VERSION", s.version)
	return s, errors.Join(r.problems...)
}

type reader struct {
	env      func(string) string
	problems []error
}

func (r *reader) text(name, fallback string) string {
	if value := r.env(name); value != "" {
		return value
	}
	return fallback
}

func (r *reader) duration(name string) time.Duration {
	return parse(r, name, time.ParseDuration)
}

func (r *reader) truth(name string) bool {
	return parse(r, name, strconv.ParseBool)
}

func (r *reader) number(name string) int {
	return parse(r, name, strconv.Atoi)
}

func parse[T any](r *reader, name string, read func(string) (T, error)) T {
	var none T
	text := r.env(name)
	if text == "" {
		return none
	}
	value, err := read(text)
	if err != nil {
		r.problems = append(r.problems, fmt.Errorf("%s: %w", name, err))
	}
	return value
}
