// The lab's sample application: a small web service with a database, a cache and a worker.
package main

import (
	"context"
	"log/slog"
	"os"
)

var commands = map[string]func(context.Context, settings) error{
	"serve":   serve,
	"worker":  work,
	"migrate": migrate,
	"health":  checkHealth,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		os.Stderr.WriteString("usage: app serve | worker | migrate | health [worker]\n")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		slog.Error("stopped", "error", err.Error())
		os.Exit(1)
	}
}

func run(command string) error {
	logger := slog.New(slog.NewJSONHandler(os.Stdout, nil)).With("command", command)
	slog.SetDefault(logger)
	s, err := readSettings(os.Getenv)
	if err != nil {
		return err
	}
	slog.SetDefault(logger.With("version", s.version))
	return commands[command](context.Background(), s)
}
