package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/innograph/innograph/ecosystem"
)

// area is a rectangle; y grows upwards.
type area struct{ left, bottom, right, top float64 }

func (a area) width() float64  { return a.right - a.left }
func (a area) height() float64 { return a.top - a.bottom }

// piece is text of one appearance on one line.
type piece struct {
	area
	text string
}

// rawPage is what is printed on a page.
type rawPage struct {
	number        int
	width, height float64
	pieces        []piece
	rules         rules
	pictures      int
}

// maxPieces bounds the pieces of text of a page: a page of small print with a
// table has a thousand.
const maxPieces = 20_000

// maxObjects bounds the drawn objects of a page that are looked at: a table has
// hundreds, a map may have a hundred thousand.
const maxObjects = 5000

// overlap is how far the characters of two neighbouring pieces may overlap, in
// points: bold ones made of thin ones do. All that touches a piece is read as its
// text, and twice then: 濮水濮水市.
const overlap = 0.5

func (d *document) page(i int) (rawPage, error) {
	raw := rawPage{number: i + 1}
	if err := d.engine.ctx.Err(); err != nil {
		return raw, d.engine.failed(err)
	}
	pdf := d.engine.pdf
	loaded, err := pdf.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.ref, Index: i})
	if err != nil {
		return raw, d.engine.failed(err)
	}
	defer func() { _, _ = pdf.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }() // gives memory back
	ref := requests.Page{ByReference: &loaded.Page}
	width, err := pdf.FPDF_GetPageWidthF(&requests.FPDF_GetPageWidthF{Page: ref})
	if err != nil {
		return raw, d.engine.failed(err)
	}
	height, err := pdf.FPDF_GetPageHeightF(&requests.FPDF_GetPageHeightF{Page: ref})
	if err != nil {
		return raw, d.engine.failed(err)
	}
	raw.width, raw.height = float64(width.PageWidth), float64(height.PageHeight)
	if err := d.text(ref, &raw); err != nil {
		return raw, err
	}
	return raw, d.drawn(ref, &raw)
}

// text collects the pieces of text of a page.
func (d *document) text(ref requests.Page, raw *rawPage) error {
	pdf := d.engine.pdf
	text, err := pdf.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return d.engine.failed(err)
	}
	defer func() { _, _ = pdf.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }() // gives memory back
	count, err := pdf.FPDFText_CountRects(&requests.FPDFText_CountRects{TextPage: text.TextPage, StartIndex: 0, Count: -1})
	if err != nil {
		return d.engine.failed(err)
	}
	if count.Count > maxPieces {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "page %d of the PDF holds more than %d pieces of text: is this a plan?", raw.number, maxPieces)
	}
	for i := range count.Count {
		at, err := pdf.FPDFText_GetRect(&requests.FPDFText_GetRect{TextPage: text.TextPage, Index: i})
		if err != nil {
			return d.engine.failed(err)
		}
		piece := piece{area: area{at.Left, min(at.Bottom, at.Top), at.Right, max(at.Bottom, at.Top)}}
		inset := min(overlap, (at.Right-at.Left)/10)
		inside, err := pdf.FPDFText_GetBoundedText(&requests.FPDFText_GetBoundedText{
			TextPage: text.TextPage, Left: at.Left + inset, Top: at.Top, Right: at.Right - inset, Bottom: at.Bottom,
		})
		if err != nil {
			return d.engine.failed(err)
		}
		piece.text = inside.Text
		raw.pieces = append(raw.pieces, piece)
	}
	return nil
}

// drawn collects the straight lines of a page, and counts its pictures.
func (d *document) drawn(ref requests.Page, raw *rawPage) error {
	pdf := d.engine.pdf
	count, err := pdf.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: ref})
	if err != nil {
		return d.engine.failed(err)
	}
	for i := range min(count.Count, maxObjects) {
		object, err := pdf.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: ref, Index: i})
		if err != nil {
			return d.engine.failed(err)
		}
		kind, err := pdf.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return d.engine.failed(err)
		}
		switch kind.Type {
		case enums.FPDF_PAGEOBJ_IMAGE, enums.FPDF_PAGEOBJ_FORM:
			raw.pictures++
		case enums.FPDF_PAGEOBJ_PATH:
			if err := d.path(object.PageObject, raw); err != nil {
				return err
			}
		}
	}
	return nil
}

// simplePath is the number of points of a line or rectangle.
const simplePath = 5

// path takes the lines of a drawn path: of a simple one its outline, of another
// one each stroke, for some programs draw a whole table at once.
func (d *document) path(object references.FPDF_PAGEOBJECT, raw *rawPage) error {
	pdf := d.engine.pdf
	count, err := pdf.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: object})
	if err != nil {
		return d.engine.failed(err)
	}
	if count.Count <= simplePath {
		b, err := pdf.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object})
		if err != nil {
			return d.engine.failed(err)
		}
		raw.rules.add(area{float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top)}, raw.width, raw.height)
		return nil
	}
	return d.strokes(object, min(count.Count, maxObjects), raw)
}

func (d *document) strokes(object references.FPDF_PAGEOBJECT, count int, raw *rawPage) error {
	pdf := d.engine.pdf
	m, err := pdf.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: object})
	if err != nil {
		return d.engine.failed(err)
	}
	var x, y float64
	for i := range count {
		segment, err := pdf.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: object, Index: i})
		if err != nil {
			return d.engine.failed(err)
		}
		kind, err := pdf.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: segment.PathSegment})
		if err != nil {
			return d.engine.failed(err)
		}
		point, err := pdf.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: segment.PathSegment})
		if err != nil {
			return d.engine.failed(err)
		}
		toX := float64(m.Matrix.A*point.X + m.Matrix.C*point.Y + m.Matrix.E)
		toY := float64(m.Matrix.B*point.X + m.Matrix.D*point.Y + m.Matrix.F)
		if kind.Type == enums.FPDF_SEGMENT_LINETO {
			raw.rules.add(area{min(x, toX), min(y, toY), max(x, toX), max(y, toY)}, raw.width, raw.height)
		}
		x, y = toX, toY
	}
	return nil
}
