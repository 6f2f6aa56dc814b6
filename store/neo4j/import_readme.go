package neo4j

import "strings"

// importArgs holds the arguments of importCommand, because they are many.
const importArgs = "import.args"

const importCommand = "neo4j-admin database import full neo4j @" + importArgs

// importArguments say how the files are written; one argument a line.
func importArguments(files []string) string {
	all := append([]string{
		"--array-delimiter=U+001C",
		"--multiline-fields=true",
		"--overwrite-destination=true",
	}, files...)
	return strings.Join(all, "\n") + "\n"
}

const importReadme = `These are the files of "neo4j-admin database import full", for Neo4j 5.

1. Stop the server (Community), or name a database that does not run (Enterprise).
2. In this folder, as the user that the server runs as:

       ` + importCommand + `

   "neo4j" is the name of the database: what it holds is replaced.
   import.args holds the other arguments.
3. Start the server, and innograph once with --store neo4j: it creates the
   constraints and indexes, which takes some minutes for many millions of rows.

The rows are what "innograph load --store neo4j" writes: a later load of the same
data changes nothing.
`

// instructions writes what a person needs to know, and the arguments.
func (w *importWriter) instructions() error {
	err := w.create("README.txt", func(f *importFile) error {
		_, err := f.b.WriteString(importReadme)
		return err
	})
	if err != nil {
		return err
	}
	return w.create(importArgs, func(f *importFile) error {
		_, err := f.b.WriteString(importArguments(w.arguments))
		return err
	})
}
