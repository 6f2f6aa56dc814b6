package apikey

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
)

const (
	zeros = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
	ones  = "sha256:1111111111111111111111111111111111111111111111111111111111111111"
)

func TestParse(t *testing.T) {
	text := "\ufeff" + Header + "# for the explorer\r\n\r\n临沂.explorer," + zeros + ",reader,2.5,2027-06-30\nops, " + ones + " ,operator,,2027-06-30T12:00:00+08:00\n"
	got, err := Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var one [32]byte
	for i := range one {
		one[i] = 0x11
	}
	want := []Key{
		{Name: "临沂.explorer", Role: auth.Reader, Rate: 2.5, Expires: time.Date(2027, 7, 1, 0, 0, 0, 0, time.Local)},
		{Name: "ops", Hash: one, Role: auth.Operator, Expires: time.Date(2027, 6, 30, 4, 0, 0, 0, time.UTC)},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseTellsLineAndFieldAndNoSecret(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty":          {"", "line 1: the first line must be name,hash,role,rate,expires"},
		"another header": {"name,key\n", "line 1: the first line must be"},
		"no header":      {"a," + zeros + ",reader,,\n", "line 1: the first line must be"},
		"too few fields": {Header + "ink_SECRET," + zeros + ",reader\n", "line 2: has 3 fields instead of 5"},
		"open quotes":    {Header + "\"ink_SECRET," + zeros + ",reader,,\n", "the quotes do not match"},
		"no name":        {Header + "," + zeros + ",reader,,\n", "line 2, field name: up to 64"},
		"bad name":       {Header + "# a word\nink SECRET," + zeros + ",reader,,\n", "line 3, field name: up to 64"},
		"a key":          {Header + "a,ink_SECRET,reader,,\n", "line 2, field hash: sha256: and 64"},
		"a short hash":   {Header + "a,sha256:SECRET,reader,,\n", "field hash"},
		"no hexadecimal": {Header + "a," + strings.ReplaceAll(zeros, "0", "S") + ",reader,,\n", "field hash"},
		"bad role":       {Header + "a," + zeros + ",SECRET,,\n", "line 2, field role: reader or operator"},
		"bad rate":       {Header + "a," + zeros + ",reader,SECRET,\n", "line 2, field rate: requests a second"},
		"rate of zero":   {Header + "a," + zeros + ",reader,0,\n", "field rate"},
		"no number":      {Header + "a," + zeros + ",reader,NaN,\n", "field rate"},
		"infinite":       {Header + "a," + zeros + ",reader,Inf,\n", "field rate"},
		"bad end":        {Header + "a," + zeros + ",reader,,SECRET\n", "line 2, field expires: a day"},
		"a name twice":   {Header + "a," + zeros + ",reader,,\na," + ones + ",reader,,\n", "line 3, field name: stands in line 2 already"},
		"a hash twice":   {Header + "a," + zeros + ",reader,,\nb," + zeros + ",reader,,\n", "line 3, field hash: stands in line 2 already"},
		"too large":      {Header + strings.Repeat("#\n", maxBytes/2), "larger than"},
		"too many":       {manyKeys(maxKeys + 1), "line 1002: more than 1000 keys"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse([]byte(c.text))
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "SECRET") || ecosystem.CodeOf(err) != ecosystem.CodeInvalidData {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	if keys, err := Parse([]byte(manyKeys(maxKeys))); err != nil || len(keys) != maxKeys {
		t.Errorf("as many as are allowed: %d, %v", len(keys), err)
	}
}

func TestParseTellsAllProblemsUpToABound(t *testing.T) {
	_, err := Parse([]byte(Header + "a,x,y,,\nb,,,-1,x\n"))
	if got := strings.Count(err.Error(), "line "); got != 6 {
		t.Errorf("%d of 6 problems are told: %v", got, err)
	}
	_, err = Parse([]byte(Header + strings.Repeat("x\n", 100)))
	if got := strings.Count(err.Error(), "line "); got != maxProblems {
		t.Errorf("%d problems are told", got)
	}
}

func manyKeys(n int) string {
	var text strings.Builder
	text.WriteString(Header)
	for i := range n {
		fmt.Fprintf(&text, "k%d,sha256:%064x,reader,,\n", i, i)
	}
	return text.String()
}

// FuzzParse looks for a file that is accepted but is not what it says when it is
// written again, or whose refusal repeats what stands in it.
func FuzzParse(f *testing.F) {
	f.Add(Header + "a," + zeros + ",reader,2.5,2027-06-30\nb," + ones + ",operator,,\n")
	f.Add("\ufeff" + Header + "# x\r\n\"a\", " + zeros + ",reader,1e3,2027-06-30T12:00:00+08:00\r\n")
	f.Add(Header + "ink_KEY,ink_KEY,admin,x,y\n")
	f.Add("name,hash\n")
	f.Fuzz(func(t *testing.T, text string) {
		keys, err := Parse([]byte(text))
		if err != nil {
			if len(err.Error()) > 10_000 || strings.Contains(err.Error(), "ink_KEY") {
				t.Fatalf("the refusal is %v", err)
			}
			return
		}
		var again strings.Builder
		again.WriteString(Header)
		for _, k := range keys {
			if !validName(k.Name) || k.Rate < 0 || k.Rate > maxRate || !k.Role.Includes(auth.Reader) {
				t.Fatalf("%+v was accepted", k)
			}
			again.WriteString(k.Line())
		}
		second, err := Parse([]byte(again.String()))
		if err != nil {
			t.Fatalf("%v\n%s", err, again.String())
		}
		if diff := cmp.Diff(keys, second, cmp.Comparer(func(a, b time.Time) bool { return a.Truncate(time.Second).Equal(b) || a.Equal(b.Truncate(time.Second)) })); diff != "" {
			t.Fatal(diff)
		}
	})
}
