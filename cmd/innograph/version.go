package main

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/web"
)

// release is the version that a release build writes into the program (-ldflags -X);
// without it the version is what Go knows of the source.
var release string //nolint:gochecknoglobals // the linker can set nothing else

func versionCommand() *cli.Command {
	return &cli.Command{
		Name:         "version",
		Usage:        "tell which program this is, and whether the explorer is in it",
		OnUsageError: asUsageError,
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return usagef("version takes no %q", c.Args().First())
			}
			version, revision := build()
			explorer := "with the explorer"
			if web.Dist() == nil {
				explorer = "without the explorer"
			}
			_, err := fmt.Fprintf(c.Root().Writer, "innograph %s (revision %s, %s, %s/%s), %s\n",
				version, cmp.Or(revision, "unknown"), runtime.Version(), runtime.GOOS, runtime.GOARCH, explorer)
			return err
		},
	}
}

// build is the version of this program and the revision that it was built from, as
// far as the build tells.
func build() (version, revision string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return cmp.Or(release, "unknown"), ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			revision = s.Value
		}
	}
	return cmp.Or(release, info.Main.Version, "unknown"), revision
}
