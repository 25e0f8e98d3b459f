package form

// Click acts on a press of the mouse at x, y, counted from the top left of the
// last view: on a field it moves the pointer there, on its arrows it steps, and
// in an open list it marks or picks. It reports whether anything was there.
func (f *Form) Click(x, y int) (Change, bool) {
	y -= f.drawn.head
	if y < 0 || y >= f.drawn.rows || x < 0 {
		return Change{}, false
	}
	if f.list != nil {
		return f.clickPart(x, y)
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
	case f.fields[i].inParts() && x >= f.drawn.value:
		return f.open(), true
	case k == Stepper || k == Choice:
		if n := f.drawn.arrow(x, y); n != 0 {
			return f.step(n), true
		}
	}
	return Change{}, true
}

// arrow returns which way the arrow at a place steps, 0 for none.
func (g geometry) arrow(x, y int) int {
	switch {
	case g.right[y] < 0:
	case x >= g.value && x <= g.value+1:
		return -1
	case x == g.right[y] || x == g.right[y]-1:
		return 1
	}
	return 0
}

// clickPart acts on a press on a line of the parts of a list.
func (f *Form) clickPart(x, y int) (Change, bool) {
	i := f.list.top + y - 1
	if y == 0 || i >= len(f.list.parts) {
		return Change{}, false
	}
	f.list.move(i)
	if n := f.drawn.arrow(x, y); n != 0 {
		return f.stepPart(n), true
	}
	return Change{}, true
}

// Wheel moves the pointer by rows, down positive.
func (f *Form) Wheel(rows int) {
	switch {
	case f.list != nil:
		f.list.move(f.list.at + rows)
	case f.pick != nil:
		f.pick.move(f.pick.at + rows)
	case f.edit == nil && len(f.fields) > 0:
		f.move(f.at + rows)
	}
}
