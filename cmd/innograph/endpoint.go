package main

import (
	"log/slog"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/graph"
)

const (
	cursorKeySetting = "cursor-key" // of the settings file; never a flag
	leastCursorKey   = 32           // characters
)

// endpointConfig is the configuration of the endpoint as far as it does not need
// the store.
func endpointConfig(c *cli.Command, s *settings, log *slog.Logger) (config graph.Config, err error) {
	config.Logger, config.Production = log, c.Bool("production")
	config.CursorKey, err = cursorKey(s)
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
