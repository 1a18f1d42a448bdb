// Package chart paints pictures of training as PNG: the load of the last weeks
// with readiness below it, and one lift's estimated maximum.
//
// A picture is 1600×900 pixels on its own opaque ground, so it looks the same in
// light and dark chats, with type large enough for a phone. Colours are the
// palette of Okabe and Ito, and whatever a colour tells is told by a pattern or
// a shape as well. Every picture comes with a text that says the same in words.
// Nothing is drawn before it has the data it needs; an empty chart says so.
//
// The package paints on golang.org/x/image and knows nothing of chat.
package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// Width and Height of every picture in pixels.
const (
	Width  = 1600
	Height = 900
)

// The colours. Blue, orange, green and vermillion are Okabe and Ito's.
var (
	paper      = color.RGBA{0xF1, 0xF3, 0xF5, 0xFF}
	edge       = color.RGBA{0xAE, 0xB6, 0xC2, 0xFF}
	grid       = color.RGBA{0xCD, 0xD3, 0xDB, 0xFF}
	ink        = color.RGBA{0x1B, 0x1F, 0x27, 0xFF}
	muted      = color.RGBA{0x47, 0x4E, 0x5C, 0xFF}
	blue       = color.RGBA{0x00, 0x72, 0xB2, 0xFF}
	orange     = color.RGBA{0xE6, 0x9F, 0x00, 0xFF}
	brown      = color.RGBA{0x6B, 0x48, 0x00, 0xFF} // hatching on orange
	green      = color.RGBA{0x00, 0x9E, 0x73, 0xFF}
	vermillion = color.RGBA{0xD5, 0x5E, 0x00, 0xFF}
)

// margin is kept free at the left and right of a picture.
const margin = 48

// encode turns a painted picture into a PNG. It is stored by palette: three
// times faster and a fifth of the size of full colour.
func encode(img *image.RGBA) ([]byte, error) {
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, paletted(img)); err != nil {
		return nil, fmt.Errorf("encode the chart: %w", err)
	}
	return out.Bytes(), nil
}

// shade is the step to which the mixed colours of soft edges are rounded, a
// fifteenth of full, so that a palette has room for them.
const shade = 0x11

// paletted copies the picture to a palette: the chart's own colours as they
// are, then the mixed ones in order of appearance. One that no longer fits
// takes the nearest.
func paletted(img *image.RGBA) *image.Paletted {
	own := color.Palette{paper, edge, grid, ink, muted, blue, orange, brown, green, vermillion}
	out := image.NewPaletted(img.Rect, append(make(color.Palette, 0, 256), own...))
	index := map[[4]byte]uint8{}
	for i, c := range own {
		rgba := c.(color.RGBA)
		index[[4]byte{rgba.R, rgba.G, rgba.B, rgba.A}] = uint8(i)
	}
	var last [4]byte
	lastIndex := -1
	for i := range out.Pix {
		c := [4]byte(img.Pix[4*i : 4*i+4])
		if lastIndex < 0 || c != last {
			known, ok := index[c]
			if !ok {
				known = place(out, color.RGBA{rounded(c[0]), rounded(c[1]), rounded(c[2]), 0xFF})
				index[c] = known
			}
			last, lastIndex = c, int(known)
		}
		out.Pix[i] = uint8(lastIndex)
	}
	return out
}

// place returns where a colour stands in the palette, adding it while there is
// room; the nearest one after that.
func place(img *image.Paletted, c color.RGBA) uint8 {
	near := img.Palette.Index(c)
	if img.Palette[near] == color.Color(c) || len(img.Palette) == cap(img.Palette) {
		return uint8(near)
	}
	img.Palette = append(img.Palette, c)
	return uint8(len(img.Palette) - 1)
}

func rounded(channel byte) byte { return byte((int(channel) + shade/2) / shade * shade) }
