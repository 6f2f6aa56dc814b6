package main

import (
	"errors"
	"slices"
	"strings"
)

// spdx names the licences of a text, as SPDX writes them. A text that it does not know is
// an error: nobody has looked yet whether it may be handed out with the program.
func spdx(text string) (string, error) {
	plain := strings.ToLower(strings.Join(strings.Fields(text), " "))
	var found []string
	for id, phrases := range licencePhrases() {
		all := true
		for _, phrase := range phrases {
			all = all && strings.Contains(plain, phrase)
		}
		if all {
			found = append(found, id)
		}
	}
	// The longer BSD licence holds the shorter one.
	if slices.Contains(found, "BSD-3-Clause") {
		found = slices.DeleteFunc(found, func(id string) bool { return id == "BSD-2-Clause" })
	}
	if len(found) == 0 {
		return "", errors.New("a licence that is not known here: read it, then add it to licencePhrases")
	}
	slices.Sort(found)
	return strings.Join(found, " AND "), nil
}

// licencePhrases tell licences apart: each has all of its phrases, in lower case. These
// may be handed out with a program under Apache-2.0.
func licencePhrases() map[string][]string {
	return map[string][]string{
		"Apache-2.0":   {"apache license", "version 2.0, january 2004"},
		"MIT":          {"permission is hereby granted, free of charge", "without restriction"},
		"BSD-2-Clause": {"redistribution and use in source and binary forms", "binary form must reproduce"},
		"BSD-3-Clause": {"redistribution and use in source and binary forms", "endorse or promote products"},
		"ISC":          {"permission to use, copy, modify, and", "distribute this software for any purpose"},
		"MPL-2.0":      {"mozilla public license", "version 2.0"},
	}
}
