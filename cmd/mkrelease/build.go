package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// build makes the program for a platform and gives its file.
func build(ctx context.Context, platform, version, work string) (string, error) {
	system, arch, _ := strings.Cut(platform, "/")
	file := filepath.Join(work, system+"_"+arch, "innograph")
	if system == "windows" {
		file += ".exe"
	}
	// Nothing of this machine may get into the program: no paths, no C library.
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=auto", //nolint:gosec // the version is the caller's own
		"-ldflags=-s -w -X main.release="+version, "-o", file, "./cmd/innograph")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+arch)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build for %s: %w\n%s", platform, err, out)
	}
	return file, nil
}

// described is the version that git knows of the source.
func described(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "git", "describe", "--tags", "--always", "--dirty").Output()
	if err != nil {
		return "", fmt.Errorf("git describe gives no version (%w): name it with -version", err)
	}
	return strings.TrimPrefix(strings.TrimSpace(string(out)), "v"), nil
}

// sourceDate is the time that all files of a release bear: SOURCE_DATE_EPOCH, or that of
// the commit, or where there is neither the earliest that a ZIP can tell.
func sourceDate(ctx context.Context) (time.Time, error) {
	seconds := os.Getenv("SOURCE_DATE_EPOCH")
	if seconds == "" {
		out, err := exec.CommandContext(ctx, "git", "log", "-1", "--format=%ct").Output()
		if err != nil {
			return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), nil //nolint:nilerr // a source without git is no failure
		}
		seconds = strings.TrimSpace(string(out))
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH %q is no number of seconds", seconds)
	}
	return time.Unix(n, 0).UTC(), nil
}
