package training

import "slices"

// aroundRepeats are the places of what is told of a warm-up or a cool-down by
// itself: its minutes, in front of the word or else behind it, and how they were.
func aroundRepeats(items []item) []int {
	out := easyAround(items)
	for i, it := range items {
		if it.kind != iMark || it.mark != markWarm && it.mark != markWarmAll && it.mark != markCool {
			continue
		}
		if distanceBeside(items, i) {
			continue
		}
		for _, step := range []int{-1, 1} {
			k := i + step
			for k >= 0 && k < len(items) && (items[k].kind == iFluff || items[k].kind == iStyle) {
				k += step
			}
			if k < 0 || k >= len(items) || !items[k].lone(uMinute, uHour) || slices.Contains(out, k) {
				continue
			}
			for ; k != i; k -= step {
				out = append(out, k)
			}
			break
		}
	}
	return out
}

// distanceBeside reports whether the warm-up or cool-down named at i was told
// as a distance, so that a time behind it is the session's.
func distanceBeside(items []item, i int) bool {
	far := func(k int) bool {
		return k >= 0 && k < len(items) && items[k].single() && (items[k].terms[0].unit.distance() && items[k].lone(items[k].terms[0].unit))
	}
	return far(i-1) || far(i+1)
}

// minutesBeside reports whether the warm-up or cool-down named at i was told in
// minutes, which stand among the places around it.
func minutesBeside(around []int, i int) bool {
	return slices.Contains(around, i-1) || slices.Contains(around, i+1)
}

// easyAround are the places of easy minutes told beside repeats, when there is
// more than one time: "10 min easy, 4x4min, 10 min easy".
func easyAround(items []item) []int {
	var out []int
	repeats, times := false, 0
	for i, it := range items {
		repeats = repeats || it.kind == iFigure && len(it.terms) > 1
		if it.lone(uMinute) {
			times++
			if i+1 < len(items) && items[i+1].kind == iStyle && items[i+1].intensity == Easy {
				out = append(out, i, i+1)
			}
		}
	}
	if !repeats || times < 2 {
		return nil
	}
	return out
}
