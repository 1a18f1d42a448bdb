package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// certificates are what the Dockerfile copies from Debian's image.
const certificates = "/etc/ssl/certs/ca-certificates.crt"

// image is how large the Dockerfile's image is: it begins from nothing, and each
// COPY of its last stage is a layer, which a registry keeps compressed.
func image(ctx context.Context, folder string) error {
	program := filepath.Join(folder, "tandem")
	if err := build(ctx, program, "."); err != nil {
		return err
	}
	binary, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	roots, err := os.ReadFile(certificates)
	if err != nil {
		return fmt.Errorf("the machine's certificates: %w", err)
	}
	var plain, packed int
	for _, layer := range [][]entry{
		{{"etc/", nil}, {"etc/ssl/", nil}, {"etc/ssl/certs/", nil}, {certificates[1:], roots}},
		{{"tandem", binary}},
		{{"data/", nil}},
	} {
		tarred, zipped, err := pack(layer)
		if err != nil {
			return err
		}
		plain, packed = plain+tarred, packed+zipped
	}
	row("image, its layers unpacked", float64(plain)/(1<<20), float64(len(binary))/(1<<20), "MB", "the binary")
	row("image, as it is pulled (gzip)", float64(packed)/(1<<20), float64(len(binary))/(1<<20), "MB", "the binary")
	return nil
}

// entry is a file of a layer; a folder's name ends with a slash.
type entry struct {
	name string
	data []byte
}

// pack returns the bytes of a layer, and of the layer compressed.
func pack(layer []entry) (tarred, zipped int, err error) {
	var plain, packed bytes.Buffer
	out := tar.NewWriter(&plain)
	for _, e := range layer {
		h := &tar.Header{Name: e.name, Mode: 0o755, Size: int64(len(e.data)), Typeflag: tar.TypeReg}
		if e.data == nil {
			h.Typeflag = tar.TypeDir
		}
		if err := out.WriteHeader(h); err != nil {
			return 0, 0, err
		}
		if _, err := out.Write(e.data); err != nil {
			return 0, 0, err
		}
	}
	if err := out.Close(); err != nil {
		return 0, 0, err
	}
	tarred = plain.Len()
	zip := gzip.NewWriter(&packed)
	if _, err := zip.Write(plain.Bytes()); err != nil {
		return 0, 0, err
	}
	if err := zip.Close(); err != nil {
		return 0, 0, err
	}
	return tarred, packed.Len(), nil
}
