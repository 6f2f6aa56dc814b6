package pdf

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// Read reads a PDF.
func Read(ctx context.Context, content []byte, limits lines.Limits, w *lines.Writer) (err error) {
	e, err := newEngine(ctx)
	if err != nil {
		return err
	}
	defer func() {
		if failed := e.close(); err == nil && failed != nil {
			err = ecosystem.Wrap(failed, ecosystem.CodeInternal, "the PDF engine did not stop")
		}
	}()
	return readWith(e, content, limits, w)
}

func readWith(e *engine, content []byte, limits lines.Limits, w *lines.Writer) error {
	limits = limits.WithDefaults()
	doc, err := e.open(content)
	if err != nil {
		return err
	}
	defer doc.close()
	if doc.pages > limits.Pages {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the PDF has more than %d pages: is this the right file?", limits.Pages)
	}
	pages, err := readPages(doc, limits.DocumentBytes)
	if err != nil {
		return err
	}
	if err := checkText(pages); err != nil {
		return err
	}
	dropMargins(pages)
	return write(pages, w)
}

// readPages lays out page by page; what is kept of a page is its text.
func readPages(doc *document, limit int) ([]page, error) {
	pages := make([]page, 0, doc.pages)
	bytes := 0
	for i := range doc.pages {
		raw, err := doc.page(i)
		if err != nil {
			return nil, err
		}
		laidOut := layOut(raw)
		if bytes += laidOut[0].bytes; bytes > limit {
			return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the plan is longer than %d bytes: is this the right file?", limit)
		}
		pages = append(pages, laidOut...)
	}
	return pages, nil
}

// printedPages is how many pages the document has; one in columns is laid out as
// several.
func printedPages(pages []page) int {
	if len(pages) == 0 {
		return 0
	}
	return pages[len(pages)-1].number
}

// unreadable is the share of characters without a meaning from which on a
// document counts as one whose fonts do not say what they print.
const unreadable = 0.2

// checkText refuses pictures of pages, and text that nobody can read.
func checkText(pages []page) error {
	scanned, all, odd := 0, 0, 0
	printed := printedPages(pages)
	for _, p := range pages {
		if p.picture() {
			scanned++
		}
		all += p.chars
		odd += p.odd
	}
	switch {
	case all == 0 && scanned == 0:
		return ecosystem.Errorf(ecosystem.CodeBadInput, "the plan holds no text")
	case scanned*2 > printed:
		return ecosystem.Errorf(ecosystem.CodeBadInput,
			"%d of the %d pages of the PDF are pictures without text (a scan); it needs text recognition (OCR, 文字识别) first", scanned, printed)
	case float64(odd) > unreadable*float64(all):
		return ecosystem.Errorf(ecosystem.CodeBadInput,
			"the fonts of the PDF do not say which characters they print; it needs text recognition (OCR, 文字识别) first, or another export")
	}
	return nil
}
