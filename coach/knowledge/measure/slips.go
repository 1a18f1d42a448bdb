package measure

import "math/rand/v2"

// neighbours lists the keys beside each letter on a QWERTY keyboard.
var neighbours = map[byte]string{
	'q': "wa", 'w': "qes", 'e': "wrd", 'r': "etf", 't': "ryg", 'y': "tuh", 'u': "yij", 'i': "uok", 'o': "ipl", 'p': "ol",
	'a': "qsz", 's': "adwx", 'd': "sfec", 'f': "dgrv", 'g': "fhtb", 'h': "gjyn", 'j': "hkum", 'k': "jli", 'l': "ko",
	'z': "xa", 'x': "zcs", 'c': "xvd", 'v': "cbf", 'b': "vng", 'n': "bmh", 'm': "nj",
}

// Slips makes about one slip of the fingers per so many letters: a key beside
// the right one, a letter left out, doubled, or swapped with the next.
func Slips(random *rand.Rand, text string, letters int) string {
	var out []byte
	for i := 0; i < len(text); i++ {
		c := text[i]
		near, isLetter := neighbours[c|0x20]
		if !isLetter || random.IntN(letters) > 0 {
			out = append(out, c)
			continue
		}
		switch random.IntN(4) {
		case 0:
			out = append(out, near[random.IntN(len(near))])
		case 1:
		case 2:
			out = append(out, c, c)
		case 3:
			if i+1 < len(text) {
				out = append(out, text[i+1])
				i++
			}
			out = append(out, c)
		}
	}
	return string(out)
}
