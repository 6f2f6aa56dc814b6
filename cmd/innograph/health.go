package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
)

// healthTimeout is how long a server may take to say that it is well.
const healthTimeout = 3 * time.Second

func healthCommand() *cli.Command {
	s := &settings{}
	return &cli.Command{
		Name:      "health",
		Usage:     "ask a running server whether it can answer questions; for containers, which have no shell",
		ArgsUsage: "[URL]",
		Description: "Exit code 0: yes, 1: no, or nothing answers. Without URL it asks this machine at the port of --listen.\n" +
			"  innograph health\n  innograph health http://127.0.0.1:8080/healthz    # the process only, not its data",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "listen", Value: "127.0.0.1:8080", Sources: s.sources("listen"), Usage: "`HOST:PORT` that the server listens on"},
		},
		OnUsageError: asUsageError,
		Action: func(ctx context.Context, c *cli.Command) error {
			if c.Args().Len() > 1 {
				return usagef("health takes one URL, not %d", c.Args().Len())
			}
			url := c.Args().First()
			if url == "" {
				var err error
				if url, err = readyAddress(c.String("listen")); err != nil {
					return err
				}
			}
			if !strings.HasPrefix(url, "http://") && !strings.HasPrefix(url, "https://") {
				return usagef("health %s: write http://HOST:PORT/readyz", url)
			}
			answer, err := askHealth(ctx, url)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.Root().Writer, answer)
			return err
		},
	}
}

// readyAddress is where a server that listens there is asked from its own machine.
func readyAddress(listen string) (string, error) {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return "", usagef("--listen %s: write host:port", listen)
	}
	if ip, err := netip.ParseAddr(host); host == "" || (err == nil && ip.IsUnspecified()) {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port) + "/readyz", nil
}

// askHealth gives what a healthy server answers.
func askHealth(ctx context.Context, url string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, http.NoBody)
	if err != nil {
		return "", usagef("health %s: %v", url, err)
	}
	// Not by a proxy of the environment: the server is asked, not who stands in front.
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(req)
	if err != nil {
		return "", ecosystem.Wrap(err, ecosystem.CodeUnavailable, "no server answers")
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 4<<10))
	if err != nil {
		return "", ecosystem.Wrap(err, ecosystem.CodeUnavailable, url+" breaks off its answer")
	}
	answer := strings.TrimSpace(string(body))
	if resp.StatusCode != http.StatusOK {
		return "", ecosystem.Errorf(ecosystem.CodeUnavailable, "%s is not well: %s %s", url, resp.Status, answer)
	}
	return answer, nil
}
