package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// packed is a file of an archive.
type packed struct {
	name    string
	content []byte
	mode    int64
}

// pack writes the archive of a platform and gives its name.
func (r *release) pack(platform, program string, notices []byte, when time.Time) (string, error) {
	folder := "innograph_" + r.version + "_" + strings.ReplaceAll(platform, "/", "_")
	binary, err := os.ReadFile(program)
	if err != nil {
		return "", err
	}
	files := []packed{
		{folder + "/" + filepath.Base(program), binary, 0o755},
		{folder + "/THIRD_PARTY.txt", notices, 0o644},
	}
	for _, name := range []string{"LICENSE", "README.md", "README.zh-CN.md"} {
		content, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		files = append(files, packed{folder + "/" + name, content, 0o644})
	}
	name, write := folder+".tar.gz", tarball
	if strings.HasPrefix(platform, "windows/") {
		name, write = folder+".zip", zipped
	}
	content, err := write(files, when)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return name, os.WriteFile(filepath.Join(r.out, name), content, 0o644) //nolint:gosec // to be handed out
}

func tarball(files []packed, when time.Time) ([]byte, error) {
	var out bytes.Buffer
	zipper, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	writer := tar.NewWriter(zipper)
	for _, f := range files {
		h := &tar.Header{Typeflag: tar.TypeReg, Name: f.name, Size: int64(len(f.content)), Mode: f.mode, ModTime: when, Format: tar.FormatUSTAR}
		if err := writer.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := writer.Write(f.content); err != nil {
			return nil, err
		}
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	if err := zipper.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func zipped(files []packed, when time.Time) ([]byte, error) {
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: when}
		h.SetMode(os.FileMode(f.mode))
		w, err := writer.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.content); err != nil {
			return nil, err
		}
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
