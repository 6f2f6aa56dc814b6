package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/trusted"
)

// The forms of document ids that the command writes.
const (
	idsByHash = "sha256"
	idsByName = "name"
)

func documentsCommand() *cli.Command {
	return &cli.Command{
		Name:      "documents",
		Usage:     "make a manifest of trusted documents for serve --documents",
		ArgsUsage: "FILE|DIR…",
		Description: "Each .graphql file is one document, with the fragments that it uses. All are checked against\n" +
			"the schema and the limits first; nothing is written if one could not be executed.\n" +
			"  innograph documents schema/examples -o documents.json\n  innograph serve --documents documents.json --documents-only",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: "write the manifest to `FILE`; without it, to standard output"},
			&cli.StringFlag{Name: "ids", Value: idsByHash, Usage: "`FORM` of the ids: sha256, which follows from the text, or name, that of the file without .graphql"},
		},
		OnUsageError: asUsageError,
		Action:       makeManifest,
	}
}

func makeManifest(_ context.Context, c *cli.Command) error {
	if !c.Args().Present() {
		return usagef("documents needs the FILE or DIR of .graphql documents")
	}
	ids := c.String("ids")
	if ids != idsByHash && ids != idsByName {
		return usagef("--ids %s: there are sha256 and name", ids)
	}
	var documents []trusted.Document
	for _, name := range c.Args().Slice() {
		found, err := documentsBelow(name, ids)
		if err != nil {
			return err
		}
		documents = append(documents, found...)
	}
	if err := graph.CheckTrusted(limits.Default(), documents...); err != nil {
		return ecosystem.Errorf(ecosystem.CodeBadInput, "some documents could not be executed, nothing was written:\n%v", err)
	}
	text, err := trusted.Manifest(documents)
	if err != nil {
		return err
	}
	if out := c.String("out"); out != "" {
		if err := os.WriteFile(out, text, 0o644); err != nil { //nolint:gosec // clients and servers read it
			return err
		}
		_, err = fmt.Fprintf(c.Root().ErrWriter, "%d documents are in %s\n", len(documents), out)
		return err
	}
	_, err = c.Root().Writer.Write(text)
	return err
}

// documentsBelow reads one file, or the .graphql files of a folder and below it.
func documentsBelow(root, ids string) ([]trusted.Document, error) {
	var documents []trusted.Document
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path != root && filepath.Ext(path) != ".graphql" {
			return err
		}
		text, err := os.ReadFile(path) //nolint:gosec // the user names it
		if err != nil {
			return err
		}
		id := trusted.Hash(string(text))
		if ids == idsByName {
			id = strings.TrimSuffix(filepath.Base(path), ".graphql")
		}
		documents = append(documents, trusted.Document{File: path, ID: id, Text: string(text)})
		return nil
	})
	switch {
	case os.IsNotExist(err):
		return nil, fmt.Errorf("%s: there is no such file or folder", root)
	case err == nil && len(documents) == 0:
		return nil, fmt.Errorf("%s: there are no .graphql files", root)
	}
	return documents, err
}
