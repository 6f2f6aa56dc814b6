// Command hostile measures what a hostile client can do to a polite one, and to the
// memory of the server. It starts a server of its own on loopback, asks it politely
// at a fixed rate, first alone and then under one attack after the other, and prints
// what the polite client saw and what memory the server took.
//
//	go run ./cmd/hostile --server bin/innograph --memory 256MiB
//
// The attacker is a process of its own and comes from another address of loopback
// (Linux has all of 127.0.0.0/8). Server, attacker and polite client share the
// machine's cores, so that the attacker costs the polite client time on its own too.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"text/tabwriter"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(1)
	}
}

// options are what the command line says.
type options struct {
	server, memory, attack, target, only string
	arguments                            []string // for the server
	duration                             time.Duration
	rate                                 int // polite requests per second
}

func parse(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("hostile", flag.ContinueOnError)
	flags.StringVar(&o.server, "server", "bin/innograph", "the program to attack")
	flags.StringVar(&o.memory, "memory", "256MiB", "its GOMEMLIMIT")
	flags.DurationVar(&o.duration, "duration", 15*time.Second, "of each attack")
	flags.IntVar(&o.rate, "rate", 20, "polite requests per second")
	flags.StringVar(&o.only, "only", "", "this attack only")
	flags.StringVar(&o.attack, "attack", "", "be the attacker (for the program's own use)")
	flags.StringVar(&o.target, "target", "", "of the attacker (for the program's own use)")
	err := flags.Parse(args)
	o.arguments = flags.Args()
	return o, err
}

func run(ctx context.Context, args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	if o.attack != "" {
		return beAttacker(ctx, o, out)
	}
	s, err := startServer(ctx, o.server, o.memory, o.arguments)
	if err != nil {
		return err
	}
	defer s.stop()
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintf(table, "attack\tpolite requests\terrors\tp50 ms\tp99 ms\tpeak RSS MiB\tGo memory MiB\tattacker\t\n")
	for _, name := range append([]string{""}, attackNames()...) {
		if o.only != "" && name != "" && name != o.only {
			continue
		}
		if err := measure(ctx, s, o, name, table); err != nil {
			return err
		}
		if ctx.Err() != nil {
			break
		}
	}
	return table.Flush()
}

// measure asks politely while one attack runs, and writes a line.
func measure(ctx context.Context, s *server, o options, attack string, out io.Writer) error {
	s.forgetPeak()
	var attacker *exec.Cmd
	var did strings.Builder
	if attack != "" {
		self, err := os.Executable()
		if err != nil {
			return err
		}
		attacker = exec.CommandContext(ctx, self, "--attack", attack, "--target", s.base, "--duration", (o.duration + 2*time.Second).String()) //nolint:gosec // this very program
		attacker.Stdout, attacker.Stderr = &did, os.Stderr
		if err := attacker.Start(); err != nil {
			return err
		}
		time.Sleep(time.Second) // the attack is under way when the polite client begins
	}
	seen := bePolite(ctx, s.base, o.rate, o.duration)
	memory := s.goMemory(ctx)
	if attacker != nil {
		if err := attacker.Wait(); err != nil {
			return fmt.Errorf("the attacker failed: %w", err)
		}
	} else {
		attack = "(none)"
	}
	if s.ended() {
		return fmt.Errorf("the server did not survive the attack %q", attack)
	}
	_, err := fmt.Fprintf(out, "%s\t%d\t%.1f %%\t%.1f\t%.1f\t%s\t%s\t%s\t\n", attack, seen.asked(), 100*seen.errorShare(),
		milliseconds(seen.quantile(0.5)), milliseconds(seen.quantile(0.99)), s.peak(), memory, strings.TrimSpace(did.String()))
	for _, example := range seen.examples() {
		_, _ = fmt.Fprintf(os.Stderr, "%s: polite client: %s\n", attack, example)
	}
	return err
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
