// Package data embeds the data set that ships with the product: universities,
// institutes, firms, platforms and clusters of 长三角 and Linyi, disciplines and
// technology fields, and the facts of Linyi's plan, as tables in the format of
// package table. README.md says where each part comes from and what is less
// certain; cmd/mkdata makes the tables.
package data

import (
	"embed"
	"io/fs"
)

//go:embed *.csv
var tables embed.FS

// FS returns the tables.
func FS() fs.FS { return tables }
