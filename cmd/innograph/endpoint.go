package main

import (
	"log/slog"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/trusted"
	"github.com/innograph/innograph/web"
)

const (
	cursorKeySetting = "cursor-key" // of the settings file; never a flag
	leastCursorKey   = 32           // characters
)

// endpointFlags say which documents run.
func endpointFlags(s *settings) []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "documents", Sources: s.sources("documents"), Usage: "manifest `FILE` of trusted documents, by ids that clients send as documentId; may be repeated; made by innograph documents, GraphQL Code Generator, Relay or Apollo", TakesFile: true},
		&cli.BoolFlag{Name: "documents-only", Sources: s.sources("documents-only"), Usage: "run nothing but the trusted documents: those of the explorer and of --documents"},
	}
}

// endpointConfig is the configuration of the endpoint as far as it does not need
// the store.
func endpointConfig(c *cli.Command, s *settings, log *slog.Logger) (config graph.Config, err error) {
	config.Logger, config.Production = log, c.Bool("production")
	config.Watch = watchInterval(c)
	if config.CursorKey, err = cursorKey(s); err != nil {
		return config, err
	}
	files := c.StringSlice("documents")
	config.TrustedOnly = c.Bool("documents-only")
	own, err := trusted.Parse("the explorer's documents", web.Documents())
	if err != nil {
		return config, err
	}
	if config.Trusted, err = graph.ReadTrusted(limits.Default(), own, files...); err == nil && (len(files) > 0 || config.TrustedOnly) {
		log.Info("trusted documents", "count", config.Trusted.Len(), "nothing_else_runs", config.TrustedOnly)
	}
	return config, err
}

// cursorKey is the secret that cursors are signed with; empty: one of the process.
func cursorKey(s *settings) (string, error) {
	key, _ := s.lookup(cursorKeySetting)
	if key != "" && len(key) < leastCursorKey {
		return "", usagef("the setting %s (INNOGRAPH_CURSOR_KEY) has %d characters, which could be guessed: take %d or more, e.g. from openssl rand -base64 32", cursorKeySetting, len(key), leastCursorKey)
	}
	return key, nil
}
