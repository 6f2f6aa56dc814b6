// Command innograph extracts plans into tables, loads, serves and exports the
// knowledge graph, and tells what names mean and where a statement comes from.
//
// Exit codes: 0 done, 1 refused or failed, 2 wrong use.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the whole program without the process around it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	err := newApp(stdout, stderr).Run(ctx, args)
	if err == nil {
		return exitDone
	}
	_, _ = fmt.Fprintln(stderr, "innograph:", err)
	var usage *usageError
	if errors.As(err, &usage) {
		_, _ = fmt.Fprintln(stderr, "See: innograph --help, or innograph COMMAND --help")
		return exitUsage
	}
	return exitFailed
}

func newApp(stdout, stderr io.Writer) *cli.Command {
	return &cli.Command{
		Name:  "innograph",
		Usage: "科创图谱: the knowledge graph of a regional innovation ecosystem",
		Description: "A typical way: extract a plan into tables, look at them in Excel, load them, serve them.\n" +
			"  innograph extract plan.txt -o tables\n  innograph serve --data tables --shipped",
		Writer:         stdout,
		ErrWriter:      stderr,
		Commands:       []*cli.Command{serveCommand(), extractCommand(), loadCommand(), exportCommand(), resolveCommand(), locateCommand(), documentsCommand(), keyCommand(), generateCommand(), matchCommand(), evaluateCommand(), healthCommand(), versionCommand()},
		ExitErrHandler: func(context.Context, *cli.Command, error) {}, // run decides
		OnUsageError:   asUsageError,
		CommandNotFound: func(_ context.Context, _ *cli.Command, name string) {
			_, _ = fmt.Fprintf(stderr, "innograph: there is no command %q\n", name)
		},
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return usagef("there is no command %q", c.Args().First())
			}
			return cli.ShowRootCommandHelp(c)
		},
	}
}

// usageError is a wrong use of the command line.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

func usagef(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

func asUsageError(_ context.Context, _ *cli.Command, err error, _ bool) error {
	return &usageError{err.Error()}
}

// notSupported is a refusal that says what to do instead.
func notSupported(message string) error {
	return ecosystem.Errorf(ecosystem.CodeNotSupported, "%s", message)
}
