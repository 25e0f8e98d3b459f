package form

// Click acts on a press of the mouse at x, y, counted from the top left of the
// last view: on a field it moves the pointer there, on its arrows it steps, and
// in an open list it marks or picks. It reports whether anything was there.
func (f *Form) Click(x, y int) (Change, bool) {
	if y < 0 || y >= f.drawn.rows || x < 0 {
		return Change{}, false
	}
	if f.pick != nil {
		i := f.pick.top + y - 1
		if y == 0 || i >= len(f.pick.shown) {
			return Change{}, false
		}
		f.pick.at = i
		if !f.pick.many {
			return f.picked(), true
		}
		f.pick.toggle()
		return Change{}, true
	}
	i := f.top + y
	if i >= len(f.fields) {
		return Change{}, false
	}
	f.move(i)
	switch k := f.fields[i].Kind; {
	case k == Toggle && x >= f.drawn.value:
		return f.step(1), true
	case k != Stepper && k != Choice:
	case x >= f.drawn.value && x <= f.drawn.value+1:
		return f.step(-1), true
	case f.drawn.right[y] >= 0 && (x == f.drawn.right[y] || x == f.drawn.right[y]-1):
		return f.step(1), true
	}
	return Change{}, true
}

// Wheel moves the pointer by rows, down positive.
func (f *Form) Wheel(rows int) {
	switch {
	case f.pick != nil:
		f.pick.move(f.pick.at + rows)
	case f.edit == nil && len(f.fields) > 0:
		f.move(f.at + rows)
	}
}
