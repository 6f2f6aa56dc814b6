// Command mkrelease makes what is handed out of a version: one archive per platform with
// the program, its licence and the licences of all that is in it, a list of its parts
// (SBOM, CycloneDX), and the checksums of these. The same source and version give the
// same bytes.
package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var r release
	var platforms string
	flag.StringVar(&r.version, "version", "", "`VERSION` without v, e.g. 1.2.0; default: what git describes")
	flag.StringVar(&r.out, "o", filepath.Join("bin", "release"), "`FOLDER` to write, which is emptied")
	flag.StringVar(&platforms, "platforms", strings.Join(allPlatforms(), ","), "what to build, `OS/ARCH,…`")
	flag.Parse()
	r.platforms = strings.Split(platforms, ",")
	if err := r.make(ctx, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "mkrelease:", err)
		stop()
		os.Exit(1) //nolint:gocritic // stop was called
	}
}

// allPlatforms are those of a release.
func allPlatforms() []string {
	return []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}
}

// release is one run.
type release struct {
	version   string
	out       string
	platforms []string
}

// The files of the source that a release is made of.
const (
	explorerPage     = "web/dist/index.html"
	explorerLicences = "web/dist/THIRD_PARTY.txt"
	graphiqlLicences = "server/graphiql/dist/LICENSES.txt"
)

func (r *release) make(ctx context.Context, log io.Writer) error {
	if _, err := os.Stat(explorerPage); err != nil {
		return errors.New("the explorer is not built: run make web first (it needs Node.js)")
	}
	for _, p := range r.platforms {
		if !slices.Contains(allPlatforms(), p) {
			return fmt.Errorf("-platforms %s: there are %s", p, strings.Join(allPlatforms(), ", "))
		}
	}
	if r.version == "" {
		var err error
		if r.version, err = described(ctx); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(r.out); err != nil {
		return err
	}
	if err := os.MkdirAll(r.out, 0o755); err != nil { //nolint:gosec // to be handed out
		return err
	}
	work, err := os.MkdirTemp("", "innograph-release-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	programs := map[string]string{}
	for _, p := range r.platforms {
		_, _ = fmt.Fprintf(log, "mkrelease: building %s for %s\n", r.version, p)
		if programs[p], err = build(ctx, p, r.version, work); err != nil {
			return err
		}
	}
	parts, err := partsOf(ctx, programs)
	if err != nil {
		return err
	}
	when, err := sourceDate(ctx)
	if err != nil {
		return err
	}
	return r.write(programs, parts, when)
}

// write packs the archives and writes what stands beside them.
func (r *release) write(programs map[string]string, parts []part, when time.Time) error {
	texts, err := notices(parts)
	if err != nil {
		return err
	}
	var made []string
	for _, p := range r.platforms {
		name, err := r.pack(p, programs[p], texts, when)
		if err != nil {
			return err
		}
		made = append(made, name)
	}
	list, err := bom(r.version, parts, when)
	if err != nil {
		return err
	}
	name := "innograph_" + r.version + ".cdx.json"
	if err := os.WriteFile(filepath.Join(r.out, name), list, 0o644); err != nil { //nolint:gosec // to be handed out
		return err
	}
	return r.sums(append(made, name))
}

// sums writes SHA256SUMS, as sha256sum -c reads it.
func (r *release) sums(names []string) error {
	slices.Sort(names)
	var lines strings.Builder
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(r.out, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&lines, "%x  %s\n", sha256.Sum256(content), name)
	}
	return os.WriteFile(filepath.Join(r.out, "SHA256SUMS"), []byte(lines.String()), 0o644) //nolint:gosec // to be handed out
}
