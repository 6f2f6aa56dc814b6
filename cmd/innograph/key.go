package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/server/auth/apikey"
)

func keyCommand() *cli.Command {
	return &cli.Command{
		Name:            "key",
		Usage:           "make API keys for innograph serve --api-keys",
		Commands:        []*cli.Command{newKeyCommand()},
		OnUsageError:    asUsageError,
		CommandNotFound: func(context.Context, *cli.Command, string) {}, // Action says it
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return usagef("there is no command key %q; there is key new", c.Args().First())
			}
			return cli.ShowSubcommandHelp(c)
		},
	}
}

func newKeyCommand() *cli.Command {
	return &cli.Command{
		Name:  "new",
		Usage: "make one API key",
		Description: "Prints the key, this once: the file holds a hash only, from which nobody finds it again. With --file the\n" +
			"line for the file of keys is added there, without it the line is printed behind the key. A server that runs\n" +
			"takes the file over within seconds. To revoke a key, remove its line.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "name", Required: true, Usage: "`NAME` of the client, which the log tells"},
			&cli.StringFlag{Name: "role", Value: string(auth.Reader), Usage: "`ROLE`: reader (may query) or operator (sees metrics and the state of the server, too)"},
			&cli.FloatFlag{Name: "rate", Usage: "`N` requests a second; default: as many as all clients"},
			&cli.StringFlag{Name: "expires", Usage: "`TIME` of its end: " + apikey.ExpiryRule},
			&cli.StringFlag{Name: "file", TakesFile: true, Usage: "add the line to `FILE`, which is made if it is not there"},
		},
		OnUsageError: asUsageError,
		Action:       newKey,
	}
}

func newKey(_ context.Context, c *cli.Command) error {
	if c.Args().Present() {
		return usagef("key new takes no %q", c.Args().First())
	}
	role, ok := auth.ParseRole(c.String("role"))
	if !ok {
		return usagef("--role %s: there are %s and %s", c.String("role"), auth.Reader, auth.Operator)
	}
	expires, ok := apikey.ReadExpiry(c.String("expires"))
	if !ok {
		return usagef("--expires %s: %s", c.String("expires"), apikey.ExpiryRule)
	}
	key, credential, err := apikey.New(c.String("name"), role, c.Float("rate"), expires)
	if err != nil {
		return usagef("%v", err)
	}
	path := c.String("file")
	if path != "" {
		if err := apikey.Append(path, key); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprintln(c.Root().Writer, credential); err != nil {
		return err
	}
	if path != "" {
		_, err = fmt.Fprintf(c.Root().ErrWriter, "The key %s was added to %s. It is shown this once: hand it over now.\n", key.Name, path)
		return err
	}
	if _, err := fmt.Fprint(c.Root().Writer, key.Line()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Root().ErrWriter, "First the key, which is shown this once, then the line for the file of keys, whose first line is\n%s", apikey.Header)
	return err
}
