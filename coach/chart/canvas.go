package chart

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// point is a place in pixels, from the top left.
type point struct{ x, y float64 }

// canvas is a picture under the brush, with its type.
type canvas struct {
	img   *image.RGBA
	title typeface
	text  typeface
	small typeface
}

// typeface is one font at one size.
type typeface struct {
	face font.Face
	font *sfnt.Font
	size float64 // pixels
}

// The sizes of type in pixels; a phone shows the picture at about a quarter.
const (
	titleSize = 54
	textSize  = 40
	smallSize = 36
)

// newCanvas returns an empty picture with its ground and edge.
func newCanvas() (*canvas, error) {
	c := &canvas{img: image.NewRGBA(image.Rect(0, 0, Width, Height))}
	for _, t := range []struct {
		to   *typeface
		data []byte
		size float64
	}{{&c.title, gobold.TTF, titleSize}, {&c.text, goregular.TTF, textSize}, {&c.small, goregular.TTF, smallSize}} {
		face, err := newTypeface(t.data, t.size)
		if err != nil {
			return nil, err
		}
		*t.to = face
	}
	c.rect(0, 0, Width, Height, edge)
	c.rect(4, 4, Width-4, Height-4, paper)
	return c, nil
}

func newTypeface(data []byte, size float64) (typeface, error) {
	parsed, err := opentype.Parse(data)
	if err != nil {
		return typeface{}, fmt.Errorf("read the font: %w", err)
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return typeface{}, fmt.Errorf("size the font: %w", err)
	}
	return typeface{face, parsed, size}, nil
}

// rect fills whole pixels.
func (c *canvas) rect(x0, y0, x1, y1 float64, col color.Color) {
	r := image.Rect(round(x0), round(y0), round(x1), round(y1))
	draw.Draw(c.img, r, image.NewUniform(col), image.Point{}, draw.Src)
}

// pattern says which pixels of a filled rectangle take its second colour.
type pattern func(x, y int) bool

// The patterns: rising strokes and dots, so that bars differ without colour.
var (
	strokes pattern = func(x, y int) bool { return (x+y)%16 < 5 }
	dots    pattern = func(x, y int) bool { return (x%18-9)*(x%18-9)+(y%18-9)*(y%18-9) < 26 }
)

// texture draws a pattern over a rectangle.
func (c *canvas) texture(x0, y0, x1, y1 float64, p pattern, col color.RGBA) {
	for y := round(y0); y < round(y1); y++ {
		for x := round(x0); x < round(x1); x++ {
			if p(x, y) {
				c.img.SetRGBA(x, y, col)
			}
		}
	}
}

// stroke draws a line through points, with round joints, on a halo of paper
// that keeps it readable over bars. A dash above zero breaks it up.
func (c *canvas) stroke(points []point, width, dash float64, col color.Color) {
	pieces := [][]point{points}
	if dash > 0 {
		pieces = dashes(points, dash)
	}
	for _, brush := range []struct {
		width float64
		col   color.Color
	}{{width + 6, paper}, {width, col}} {
		for _, piece := range pieces {
			c.fill(outline(piece, brush.width/2), brush.col)
		}
	}
}

// dot draws a disc with an ink rim; hollow ones are filled with paper.
func (c *canvas) dot(at point, radius float64, col color.Color, hollow bool) {
	c.fill([][]point{disc(at, radius)}, ink)
	if hollow {
		col = paper
	}
	c.fill([][]point{disc(at, radius-4)}, col)
}

// fill paints closed shapes, all turning the same way, as one.
func (c *canvas) fill(shapes [][]point, col color.Color) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, shape := range shapes {
		for _, p := range shape {
			x0, y0, x1, y1 = min(x0, p.x), min(y0, p.y), max(x1, p.x), max(y1, p.y)
		}
	}
	if x0 > x1 {
		return
	}
	box := image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1))+1, int(math.Ceil(y1))+1)
	raster := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, shape := range shapes {
		for i, p := range shape {
			x, y := float32(p.x-float64(box.Min.X)), float32(p.y-float64(box.Min.Y))
			if i == 0 {
				raster.MoveTo(x, y)
			} else {
				raster.LineTo(x, y)
			}
		}
		raster.ClosePath()
	}
	raster.Draw(c.img, box, image.NewUniform(col), image.Point{})
}

// outline is the shape of a line through points: a bar a segment, a disc a
// point.
func outline(points []point, half float64) [][]point {
	var shapes [][]point
	for i, p := range points {
		shapes = append(shapes, disc(p, half))
		if i == 0 {
			continue
		}
		a := points[i-1]
		length := math.Hypot(p.x-a.x, p.y-a.y)
		if length == 0 {
			continue
		}
		nx, ny := -(p.y-a.y)/length*half, (p.x-a.x)/length*half
		shapes = append(shapes, []point{{a.x - nx, a.y - ny}, {p.x - nx, p.y - ny}, {p.x + nx, p.y + ny}, {a.x + nx, a.y + ny}})
	}
	return shapes
}

// disc is a polygon close to a circle, turning the same way as outline's bars.
func disc(at point, radius float64) []point {
	const corners = 24
	shape := make([]point, corners)
	for i := range shape {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		shape[i] = point{at.x + radius*cos, at.y + radius*sin}
	}
	return shape
}

// dashes cuts a line into pieces of length dash with gaps as long.
func dashes(points []point, dash float64) [][]point {
	var pieces [][]point
	var piece []point
	left, drawing := dash, true
	for i, p := range points {
		if i == 0 {
			piece = []point{p}
			continue
		}
		for a := points[i-1]; ; {
			length := math.Hypot(p.x-a.x, p.y-a.y)
			if length <= left {
				left -= length
				break
			}
			a = point{a.x + (p.x-a.x)*left/length, a.y + (p.y-a.y)*left/length}
			if drawing {
				pieces = append(pieces, append(piece, a))
			}
			piece, left, drawing = []point{a}, dash, !drawing
		}
		if drawing {
			piece = append(piece, p)
		}
	}
	if drawing && len(piece) > 0 {
		pieces = append(pieces, piece)
	}
	return pieces
}

// align says which side of a text its place is.
type align int

const (
	left align = iota
	center
	right
)

// write draws text on a baseline.
func (c *canvas) write(t typeface, s string, x, baseline float64, side align, col color.Color) {
	switch side {
	case center:
		x -= t.width(s) / 2
	case right:
		x -= t.width(s)
	}
	d := font.Drawer{Dst: c.img, Src: image.NewUniform(col), Face: t.face,
		Dot: fixed.Point26_6{X: fixed.Int26_6(round(x * 64)), Y: fixed.Int26_6(round(baseline * 64))}}
	d.DrawString(s)
}

// label is write on a strip of paper, for text that stands in a plot.
func (c *canvas) label(t typeface, s string, x, baseline float64, col color.Color) {
	half := t.width(s)/2 + 8
	c.rect(x-half, baseline-t.size*0.84, x+half, baseline+t.size*0.26, paper)
	c.write(t, s, x, baseline, center, col)
}

// width of a text in pixels.
func (t typeface) width(s string) float64 {
	return float64(font.MeasureString(t.face, s)) / 64
}

// fit drops what the font cannot show and cuts the rest, with an ellipsis, to a
// width in pixels.
func (t typeface) fit(s string, width float64) string {
	var buf sfnt.Buffer
	var shown []rune
	for _, r := range s {
		if glyph, err := t.font.GlyphIndex(&buf, r); err == nil && glyph != 0 && r >= ' ' {
			shown = append(shown, r)
		}
	}
	if t.width(string(shown)) <= width {
		return string(shown)
	}
	for len(shown) > 0 && t.width(string(shown)+"…") > width {
		shown = shown[:len(shown)-1]
	}
	return string(shown) + "…"
}

func round(v float64) int { return int(math.Round(v)) }
