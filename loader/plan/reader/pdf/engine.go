package pdf

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/innograph/innograph/ecosystem"
)

const (
	memoryPages = 512 << 20 / (64 << 10) // the engine's memory: 512 MB
	startTime   = time.Minute
)

// engine is a PDFium in a sandbox of its own. What a damaged file does to it
// stays there.
type engine struct {
	ctx   context.Context
	pool  pdfium.Pool
	pdf   pdfium.Pdfium
	cache wazero.CompilationCache
}

// newEngine starts PDFium. Compiling it takes seconds, so the result is kept in
// the user's cache folder (22 MB), where there is one. The context is looked at
// between pages: having the sandbox look at it takes three times as long.
func newEngine(ctx context.Context) (*engine, error) {
	if err := ctx.Err(); err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading the plan was interrupted")
	}
	if cache := userCache(); cache != nil {
		if e, err := start(ctx, cache); err == nil {
			return e, nil
		}
	}
	e, err := start(ctx, wazero.NewCompilationCache()) // without the folder, or with one that cannot be written to
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeInternal, "the PDF engine did not start")
	}
	return e, nil
}

// userCache is nil where the user has no cache folder.
func userCache() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "innograph", "pdf"))
	if err != nil {
		return nil
	}
	return cache
}

func start(ctx context.Context, cache wazero.CompilationCache) (*engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages).
		WithCompilationCache(cache)
	pool, err := webassembly.Init(webassembly.Config{Context: ctx, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config})
	if err != nil {
		return nil, errors.Join(err, cache.Close(context.WithoutCancel(ctx)))
	}
	pdf, err := pool.GetInstance(startTime)
	if err != nil {
		return nil, errors.Join(err, pool.Close(), cache.Close(context.WithoutCancel(ctx)))
	}
	return &engine{ctx: ctx, pool: pool, pdf: pdf, cache: cache}, nil
}

func (e *engine) close() error {
	return errors.Join(e.pdf.Close(), e.pool.Close(), e.cache.Close(context.WithoutCancel(e.ctx)))
}

// failed gives an error of the engine a code.
func (e *engine) failed(err error) error {
	if cause := e.ctx.Err(); cause != nil {
		return ecosystem.Wrap(cause, ecosystem.CodeTimeout, "reading the plan was interrupted")
	}
	if errors.Is(err, pdferrors.ErrPassword) || errors.Is(err, pdferrors.ErrSecurity) {
		return ecosystem.Wrap(err, ecosystem.CodeBadInput, "the PDF is protected by a password; save it without one")
	}
	return ecosystem.Wrap(err, ecosystem.CodeBadInput, "the PDF is damaged")
}

// document is an open PDF.
type document struct {
	engine *engine
	ref    references.FPDF_DOCUMENT
	pages  int
}

func (e *engine) open(content []byte) (*document, error) {
	opened, err := e.pdf.OpenDocument(&requests.OpenDocument{File: &content})
	if err != nil {
		return nil, e.failed(err)
	}
	d := &document{engine: e, ref: opened.Document}
	count, err := e.pdf.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		d.close()
		return nil, e.failed(err)
	}
	d.pages = count.PageCount
	return d, nil
}

// close gives the document's memory back; the engine is closed after it anyway.
func (d *document) close() {
	_, _ = d.engine.pdf.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.ref})
}
